using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Access;
using Web.Audit;
using Web.Data;
using Web.Mail;
using Web.Operations.Closing;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.Tests.Operations.Closing;

public sealed class ClosingTests(TestInstallation installation) : IAsyncDisposable
{
    private const string Page = "/settings/close";
    private readonly List<TestApp> apps = [];

    [Fact]
    public async Task An_owner_closes_it_only_owners_come_in_and_one_takes_it_back()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, admin, program) = (await company.BrowserAsync(Role.Owner), await company.BrowserAsync(Role.Admin), await company.ProgramAsync(Role.Owner));
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Client.GetAsync(Page, TestContext.Current.CancellationToken)).StatusCode);
        var wrong = await owner.SubmitAsync(await owner.OpenAsync(Page), Page, ("address", "another"), ("days", "91"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var faults = new HtmlParser().ParseDocument(await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(faults.QuerySelector("#address-error"));
        Assert.NotNull(faults.QuerySelector("#days-error"));

        Assert.Equal(HttpStatusCode.Redirect, (await owner.SubmitAsync(await owner.OpenAsync(Page), Page, ("address", company.Tenant.Slug), ("days", "30"))).StatusCode);
        Assert.Contains("in 30 days", (await owner.OpenAsync(Page)).Body!.TextContent);
        Assert.Equal("/settings/close", (await owner.Client.GetAsync("/deals", TestContext.Current.CancellationToken)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await owner.Client.GetAsync("/settings/export", TestContext.Current.CancellationToken)).StatusCode);
        foreach (var path in new[] { "/", "/deals", "/settings/preferences" }) Assert.Equal("tenant_closing", await CodeAsync(await admin.Client.GetAsync(path, TestContext.Current.CancellationToken)));
        Assert.Equal("tenant_closing", await CodeAsync(await program.PostAsJsonAsync("/api/v1/accounts", new { name = "Late" }, TestContext.Current.CancellationToken)));
        Assert.Equal("tenant_closing", await CodeAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Analyst), password = TestTenant.Password }, TestContext.Current.CancellationToken)));
        Assert.Equal(HttpStatusCode.OK, (await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Owner), password = TestTenant.Password }, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(TestTenant.EmailOf(Role.Owner), await company.WorkAsync(db => db.Letters.Where(letter => letter.Subject.Contains("is being closed")).Select(letter => letter.Address).SingleAsync()));

        Assert.Equal(HttpStatusCode.Redirect, (await owner.SubmitAsync(await owner.OpenAsync(Page), $"{Page}?handler=revoke")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.Client.GetAsync("/deals", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(["organization.closing_begun", "organization.closing_revoked"], await company.WorkAsync(db => db.AuditEntries.Where(entry => entry.EventType.StartsWith("organization.closing")).OrderBy(entry => entry.Id).Select(entry => entry.EventType).ToListAsync()));
    }

    [Fact]
    public async Task It_needs_a_fresh_proof()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.BrowserAsync(Role.Owner);
        var page = await owner.OpenAsync(Page);
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.ProvedAt, DateTimeOffset.UtcNow.AddHours(-1))));
        await Eventually.TrueAsync(async () => (await owner.SubmitAsync(page, Page, ("address", "another"), ("days", "30"))).Headers.Location?.OriginalString.StartsWith("/settings/confirm", StringComparison.Ordinal) == true);
    }

    /// <summary>A notice and an end that were ordered for a closing which was taken back do nothing.</summary>
    [Fact]
    public async Task An_end_that_was_taken_back_never_comes()
    {
        var (app, all, tenant, _) = await ServeAsync();
        await using var source = all;
        var end = await CloseAsync(all, tenant);
        await Rows.ScalarAsync(all, $"update app.tenants set status = 'active', closing_since = null, erase_at = null where tenant_id = '{tenant.Id}'");
        await RunAsync(app, tenant, end);
        Assert.NotEqual(0, (await Rows.OfAsync(all, tenant.Id))["app.members"]);
        await Rows.ScalarAsync(all, $"update app.tenants set status = 'closing', closing_since = now(), erase_at = now() + interval '5 days' where tenant_id = '{tenant.Id}'");
        await RunAsync(app, tenant, end);
        Assert.NotEqual(0, (await Rows.OfAsync(all, tenant.Id))["app.members"]);
        foreach (var step in new[] { "select app.erase_some('app.members', 10)", "select app.erase_rest()" }) // nor does the process get through by itself
            await Assert.ThrowsAnyAsync<Exception>(() => InTenantAsync(app, tenant, async db =>
            {
                await db.Database.ExecuteSqlRawAsync(step);
                Assert.Equal(0, await db.Members.CountAsync());
            }));
        Assert.NotEqual(0, (await Rows.OfAsync(all, tenant.Id))["app.tenants"]);
    }

    [Fact]
    public async Task At_the_end_no_row_and_no_file_is_left_and_the_neighbours_have_all_of_theirs()
    {
        var (app, all, tenant, neighbour) = await ServeAsync();
        await using var source = all;
        var before = await Rows.HeldAsync(all, neighbour.Id);
        Assert.DoesNotContain(await Rows.OfAsync(all, tenant.Id), pair => pair.Value == 0 && pair.Key.StartsWith("app.", StringComparison.Ordinal)); // there is a row of everything to erase
        await RunAsync(app, tenant, await CloseAsync(all, tenant));
        Assert.Empty(await Rows.HeldAsync(all, tenant.Id));
        Assert.Equal(0L, await Rows.ScalarAsync(all, $"select count(*) from pg_class where relname like 'd\\_{tenant.Id:N}\\_%'"));
        Assert.Equal(before, await Rows.HeldAsync(all, neighbour.Id));
        Assert.Equal("closed", await Rows.ScalarAsync(all, $"select reason from app.erasures where company = sha256(convert_to('{tenant.Id}', 'UTF8'))"));
        Assert.Equal(0L, await Rows.ScalarAsync(all, $"select count(*) from app.erasures e where e::text like '%{tenant.Slug}%' or e::text like '%{tenant.Id}%'"));
        await Eventually.TrueAsync(async () => (await app.At($"{tenant.Slug}.localhost").GetAsync("/sign-in")).StatusCode == HttpStatusCode.NotFound);
        await InTenantAsync(app, tenant with { Id = Guid.CreateVersion7() }, db => db.AddTenantAsync(new Tenant(db.TenantId, tenant.Slug, "New", TenantStatus.Active, "en", "Asia/Tokyo", "JPY", 4, "trial", "#23498a", Demo: true), default));
    }

    /// <summary>The instance dies while it erases people; another goes on, and the neighbours notice nothing.</summary>
    [Fact]
    public async Task Killed_half_way_it_goes_on_elsewhere()
    {
        var (_, all, tenant, neighbour) = await ServeAsync();
        await using var source = all;
        var database = (string)(await Rows.ScalarAsync(all, "select current_database()::text"))!;
        await Rows.ScalarAsync(all, "create function public.wait() returns trigger language plpgsql as 'begin perform pg_sleep(600); return old; end'; create trigger wait before delete on app.teams for each row execute function public.wait(); select 1");
        await CloseAsync(all, tenant, order: true);
        var before = await Rows.HeldAsync(all, neighbour.Id);
        var settings = new Dictionary<string, string?>(installation.SettingsFor(database)) { ["Jobs:Workers"] = "1" };
        await using (var first = await AppProcess.StartAsync(settings))
        {
            await Eventually.TrueAsync(async () => (long)(await Rows.ScalarAsync(all, $"select count(*) from pg_stat_activity where datname = '{database}' and wait_event = 'PgSleep'"))! == 1);
            await first.KillAsync();
        }
        await Rows.ScalarAsync(all, $"select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{database}' and wait_event = 'PgSleep'");
        var half = await Rows.OfAsync(all, tenant.Id);
        Assert.Equal((0, 1), (half["app.accounts"], half["app.tenants"]));
        Assert.NotEqual(0, half["app.teams"]);
        await Rows.ScalarAsync(all, "drop trigger wait on app.teams");
        await using (await AppProcess.StartAsync(settings))
            await Eventually.TrueAsync(async () => (long)(await Rows.ScalarAsync(all, $"select count(*) from app.tenants where tenant_id = '{tenant.Id}'"))! == 0);
        Assert.Empty(await Rows.HeldAsync(all, tenant.Id));
        Assert.Equal(before, await Rows.HeldAsync(all, neighbour.Id));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps) await app.StopAsync();
    }

    private async Task<(TestApp App, NpgsqlDataSource All, Tenant Tenant, Tenant Neighbour)> ServeAsync()
    {
        var database = await installation.CopyAsync(installation.Fresh);
        var filling = new TestApp(new Dictionary<string, string?>(installation.SettingsFor(database)));
        var (tenant, neighbour) = (await FullCompany.MakeAsync(filling), await FullCompany.MakeAsync(filling));
        await filling.StopAsync();
        var app = new TestApp(new Dictionary<string, string?>(installation.SettingsFor(database)) { ["Jobs:Workers"] = "0" });
        apps.Add(app);
        return (app, Rows.All(installation, database), tenant, neighbour);
    }

    /// <summary>Closes it as if that had been some weeks ago.</summary>
    private static async Task<DateTimeOffset> CloseAsync(NpgsqlDataSource all, Tenant tenant, bool order = false)
    {
        var end = DateTimeOffset.UtcNow.AddMinutes(-1);
        await Rows.ScalarAsync(all, $"update app.tenants set status = 'closing', closing_since = '{end.AddDays(-30):O}', erase_at = '{end:O}' where tenant_id = '{tenant.Id}'");
        if (order)
            await Rows.ScalarAsync(all, $$"""
                delete from app.jobs where status <> 'running';
                insert into app.jobs (tenant_id, id, kind, payload, due_at, created_at) values ('{{tenant.Id}}', '{{Guid.CreateVersion7()}}', '{{EraseWork.Kind}}', '{"end": "{{end:O}}"}', now(), now())
                """);
        return end;
    }

    private static async Task RunAsync(TestApp app, Tenant tenant, DateTimeOffset end)
    {
        await using var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        await services.ServiceProvider.GetRequiredService<EraseWork>().RunAsync(
            new Web.Jobs.JobRun(Guid.CreateVersion7(), 1, JsonSerializer.Serialize(new { end }), (_, _) => Task.CompletedTask), TestContext.Current.CancellationToken);
    }

    private static async Task InTenantAsync(TestApp app, Tenant tenant, Func<AppDb, Task> act)
    {
        await using var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, default);
        await act(db);
        await work.CommitAsync();
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
        ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() : null;
}
