using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.ApiKeys;
using Web.Access.Company;
using Web.Access.Invitations;
using Web.Access.Links;
using Web.Access.Risk;
using Web.Access.TwoFactor;
using Web.Api.RateLimits;
using Web.Audit.Chain;
using Web.Data;
using Web.Demo;
using Web.Demo.Sample;
using Web.Insights.Assistant.Feedback;
using Web.Insights.Assistant.Models;
using Web.Insights.Assistant.Talk;
using Web.Insights.Datasets;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Loading;
using Web.Insights.Review;
using Web.Insights.Saved;
using Web.Insights.Superset;
using Web.Jobs;
using Web.Mail;
using Web.Operations.Export;
using Web.Semantics;
using Web.Tenancy;
using Web.Tests.Insights.Datasets;

namespace Web.Tests.Support;

/// <summary>A demo company in which everything has been used once, so that every table holds a row of it.</summary>
internal static class FullCompany
{
    public static async Task<Tenant> MakeAsync(TestApp app)
    {
        var tenant = await app.Services.GetRequiredService<DemoCompanies>().MakeSmallAsync(Aoba.Recipe, TestTenant.Password, TestContext.Current.CancellationToken);
        var client = app.At($"{tenant.Slug}.{TestApp.BaseDomain}");
        var owner = (Aoba.Recipe with { Slug = tenant.Slug }).EmailOf(Aoba.Recipe.People.First(person => person.Role == Web.Access.Role.Owner));
        var login = await client.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = owner, password = TestTenant.Password });
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        var asked = await client.PostAsJsonAsync("/api/v1/charts/ask", new { utterance = "won deals by month this year", locale = "en" });
        Assert.Equal("chart", (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
        await client.UploadedAsync("canary", Uploading.Sales);
        await client.PatchAsync("canary", new { description = "Canaries by day" });
        await client.UploadedAsync("canaries", ManyNames());
        using (var once = new HttpRequestMessage(HttpMethod.Post, "/api/v1/accounts") { Content = JsonContent.Create(new { name = "Canary once" }), Headers = { { "Idempotency-Key", "canary" } } })
            Assert.Equal(HttpStatusCode.Created, (await client.SendAsync(once)).StatusCode);
        await LeaveAsync(app, tenant);
        await StageAsync(app, tenant);
        await SealAsync(app, tenant);
        await app.Services.GetRequiredService<CallCounts>().WriteAsync(TestContext.Current.CancellationToken); // nothing of it changes by itself afterwards
        return tenant;
    }

    /// <summary>More than can be listed, so that they are kept to be looked up.</summary>
    private static string ManyNames() => "Name,Weight\n" + string.Concat(Enumerable.Range(0, Web.Insights.Datasets.Values.ValueIndex.Most + 1).Select(n => FormattableString.Invariant($"Canary {n},{n % 30}\n")));

    /// <summary>A job that no instance knows how to do, and a language model that is chosen and was asked once.</summary>
    private static async Task LeaveAsync(TestApp app, Tenant tenant)
    {
        await using var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, TestContext.Current.CancellationToken);
        db.Enqueue("test.waits", new { word = "canary" }, DateTimeOffset.UtcNow);
        db.Post(Letter.To("canary@example.com", "en").About<Mail.TestLetters>("Letter.Bare", "canary"), DateTimeOffset.UtcNow);
        db.GuidedStarts.Add(Web.Access.Start.GuidedStart.Begin(DateTimeOffset.UtcNow));
        await db.IssueLinkAsync(await db.Members.Select(m => m.Id).FirstAsync(), "canary", TimeSpan.Zero, DateTimeOffset.UtcNow, default);
        await db.KeepLogoAsync(LogoImage.Read(Web.Tests.Access.Company.Pictures.Png()), DateTimeOffset.UtcNow, default);
        await ExportAsync(db);
        db.SampleRecords.Add(SampleRecord.Of("note", Guid.CreateVersion7(), DateTimeOffset.UtcNow));
        await UseModelAsync(db);
        await ReviewAsync(db);
        await PushAsync(db);
        await SecureAsync(db);
        var owner = await db.Members.SingleAsync(member => member.Role == Web.Access.Role.Owner);
        db.Invitations.Add(Invitation.Write("canary@example.com", Web.Access.Role.Member, null, "en", owner, DateTimeOffset.UtcNow).Invitation);
        await db.Database.ExecuteSqlAsync($"insert into app.decoys (tenant_id, id, failed_at) values ({db.TenantId}, {Guid.CreateVersion7()}, now())");
        var turn = await db.Turns.FirstAsync();
        db.AnswerFeedback.Add(AnswerFeedback.Change(turn.Id, await db.Members.Select(m => m.Id).FirstAsync(), turn.Query!, DateTimeOffset.UtcNow));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await work.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>An archive that was made, small as it is.</summary>
    private static async Task ExportAsync(AppDb db)
    {
        var now = DateTimeOffset.UtcNow;
        var export = db.CompanyExports.Add(CompanyExport.Order(db, now.AddYears(1))).Entity;
        await db.SaveChangesAsync();
        await using var archive = new ArchiveStream((place, bytes, cancellation) => db.KeepChunkAsync(export.Id, place, bytes, cancellation));
        archive.Write([1, 2, 3]);
        await archive.SpillAsync(last: true, default);
        export.Finish(archive, 1, now);
    }

    private static async Task UseModelAsync(AppDb db)
    {
        var now = DateTimeOffset.UtcNow;
        var model = db.CompanyModels.Add(CompanyModel.Begin(now)).Entity;
        model.Choose(ModelSource.None, ModelProvider.OpenAi, new Uri("https://api.example.com/v1"), "m", now);
        var member = await db.Members.Select(m => m.Id).FirstAsync();
        var call = new ModelCall { Id = Guid.CreateVersion7(now), At = now, MemberId = member, Provider = "openai", Model = "m", InputTokens = 1, OutputTokens = 1, Milliseconds = 1, Outcome = ModelOutcome.Answered };
        await db.AddModelCallsAsync([call], new DateOnly(now.Year, now.Month, 1), now, default);
    }

    /// <summary>What analysts did about words: an example, a decision, a run.</summary>
    private static async Task ReviewAsync(AppDb db)
    {
        var (now, member) = (DateTimeOffset.UtcNow, await db.Members.Select(m => m.Id).FirstAsync());
        var query = new ChartQuery { ChartType = ChartType.Bar, Dataset = "crm_deals", Dimensions = [new ChartDimension("stage")], Measures = [new ChartMeasure(null, Aggregates.Count)] };
        var access = db.BuiltInAccess.Add(BuiltInAccess.Of("crm_deals", now)).Entity;
        access.Permit(DatasetAccess.Open, member, now);
        db.ReviewedExamples.Add(ReviewedExample.Of("canary by canary", query, member, now));
        db.ReviewDecisions.Add(ReviewDecision.Of("canary", DecisionKind.Dismissed, null, "canary", DecisionDetail.None, member, now));
        var run = db.ExampleRuns.Add(ExampleRun.Begin(member, now)).Entity;
        run.End(new Dictionary<Guid, ExampleVerdict>(), now);
    }

    /// <summary>Somebody with every kind of second factor, and a rule that asks for one in time.</summary>
    private static async Task SecureAsync(AppDb db)
    {
        var (now, member) = (DateTimeOffset.UtcNow, await db.Members.Where(m => m.Role == Web.Access.Role.Viewer).Select(m => m.Id).FirstAsync());
        db.SecondSteps.Add(SecondStep.Of(member, now));
        db.RecoveryCodes.Add(RecoveryCode.Of(member, new byte[32], now));
        db.Passkeys.Add(Passkey.Of(member, "canary", new UserPasskeyInfo([1], [1], now, 0, null, true, false, false, [1], [1]), now));
        db.SecurityRules.Add(SecurityRules.Begin(now));
        db.AuditRules.Add(AuditRules.Begin(now));
        db.RiskRules.Add(RiskRules.Begin(now));
        db.KnownDevices.Add(KnownDevice.Of(member, now)).Entity.Seen(new byte[32], "canary", now);
        db.ApiKeys.Add(ApiKey.Make(db.TenantId, member, new ApiKeyWish("canary", Web.Access.Role.Viewer), now).Row);
    }

    /// <summary>A saved chart that was pushed to a Superset.</summary>
    private static async Task PushAsync(AppDb db)
    {
        var now = DateTimeOffset.UtcNow;
        var made = SupersetObject.Of("http://superset.example.com", SupersetKind.Chart, "canary", Guid.CreateVersion7(), now);
        made.Stands(1, SupersetObject.HashOf("canary"), now);
        db.SupersetObjects.Add(made);
        var push = db.ChartPushes.Add(ChartPush.Of(await db.SavedCharts.Select(chart => chart.Id).FirstAsync())).Entity;
        push.Begin(now);
    }

    /// <summary>A log that is sealed, as far as others' running transactions let it be.</summary>
    private static Task SealAsync(TestApp app, Tenant tenant) => Eventually.TrueAsync(async () =>
    {
        await using var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        await using var work = await services.ServiceProvider.GetRequiredService<AppDb>().BeginAsync(readOnly: false, TestContext.Current.CancellationToken);
        var count = await services.ServiceProvider.GetRequiredService<Sealing>().SealAsync(TestContext.Current.CancellationToken);
        await work.CommitAsync(TestContext.Current.CancellationToken);
        return count > 0;
    });

    /// <summary>A file that is still on its way.</summary>
    private static async Task StageAsync(TestApp app, Tenant tenant)
    {
        await using var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        using var body = new MemoryStream(new byte[Staging.ChunkSize + 1]);
        var received = await services.ServiceProvider.GetRequiredService<Staging>().ReceiveAsync(body, "canary.csv", long.MaxValue, TestContext.Current.CancellationToken);
        Assert.NotNull(received.UploadId);
    }
}
