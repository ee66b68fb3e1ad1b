using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Api.Idempotency;
using Web.Crm.Accounts;
using Web.Jobs;
using Web.Tests.Access.ApiKeys;
using Web.Tests.Support;

namespace Web.Tests.Api.Idempotency;

public sealed class OncePerKeyTests(TestInstallation installation)
{
    private const string Accounts = "/api/v1/accounts", Replayed = "Idempotency-Replayed";

    [Fact]
    public async Task The_first_answer_comes_again_and_nothing_is_done_twice()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        using var first = await PostAsync(program, Accounts, "k 1", new { name = "Once" });
        using var again = await PostAsync(program, Accounts, "k 1", new { name = "Once" });
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.False(first.Headers.Contains(Replayed));
        Assert.Equal("true", again.Headers.GetValues(Replayed).Single());
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((first.Headers.Location, first.Headers.ETag, first.Content.Headers.ContentType), (again.Headers.Location, again.Headers.ETag, again.Content.Headers.ContentType));
        Assert.Equal(1, await CountAsync(company, "Once"));
        using var other = await PostAsync(program, Accounts, "k 1", new { name = "Another" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (other.StatusCode, await CodeAsync(other)));
        using var elsewhere = await PostAsync(program, "/api/v1/contacts", "k 1", new { name = "Once" });
        Assert.Equal("idempotency_key_reused", await CodeAsync(elsewhere));
        Assert.Equal(0, await CountAsync(company, "Another"));
    }

    [Fact]
    public async Task What_was_refused_has_done_nothing_and_may_be_tried_again()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        using var refused = await PostAsync(program, Accounts, "r", new { name = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var mended = await PostAsync(program, Accounts, "r", new { name = "Mended" });
        Assert.Equal(HttpStatusCode.Created, mended.StatusCode);
        foreach (var key in new[] { "", " ", new string('x', 256), "é" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Accounts) { Content = JsonContent.Create(new { name = "Bad" }) };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            using var answer = await program.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.Created) Assert.Equal("", key.Trim()); // an empty header may not travel at all
            else Assert.Equal("idempotency_key_invalid", await CodeAsync(answer));
        }
    }

    [Fact]
    public async Task Fifty_at_once_do_it_once_round_after_round()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        for (var round = 0; round < 10; round++)
        {
            var name = $"Round {round}";
            var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
            {
                using var answer = await PostAsync(program, Accounts, name, new { name });
                return (answer.StatusCode, Body: await answer.Content.ReadAsStringAsync(), Again: answer.Headers.Contains(Replayed), Retry: answer.Headers.RetryAfter);
            }));
            Assert.Equal(1, await CountAsync(company, name));
            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created && !answer.Again);
            Assert.Single(answers.Where(answer => answer.StatusCode == HttpStatusCode.Created).Select(answer => answer.Body).Distinct());
            Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.Created), answer =>
            {
                Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
                Assert.Contains("idempotency_in_progress", answer.Body);
                Assert.NotNull(answer.Retry);
            });
        }
    }

    [Fact]
    public async Task A_key_is_of_one_company_and_one_credential()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var (owner, manager, stranger) = (await a.ProgramAsync(Role.Owner), await a.ProgramAsync(Role.Manager), await b.ProgramAsync(Role.Owner));
        var keyed = installation.App.Bare(a.Host);
        keyed.DefaultRequestHeaders.Add("X-API-Key", (await ApiKeysTests.MakeAsync(owner, new { name = "Own" })).Key);
        foreach (var caller in new[] { owner, manager, stranger, keyed })
        {
            using var answer = await PostAsync(caller, Accounts, "shared", new { name = "Shared" });
            Assert.Equal((HttpStatusCode.Created, false), (answer.StatusCode, answer.Headers.Contains(Replayed)));
        }
        Assert.Equal((3, 1), (await CountAsync(a, "Shared"), await CountAsync(b, "Shared")));
    }

    [Fact]
    public async Task A_fault_between_effect_and_answer_leaves_neither()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        await using var super = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        var name = $"fault_{company.Id:N}";
        await RunAsync(super, $"""
            create function app.{name}() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$;
            create trigger {name} before insert on app.idempotent_answers for each row when (new.tenant_id = '{company.Id}') execute function app.{name}();
            """);
        using var broken = await PostAsync(program, Accounts, "crash", new { name = "Crash" });
        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.Equal(0, await CountAsync(company, "Crash"));
        await RunAsync(super, $"drop trigger {name} on app.idempotent_answers; drop function app.{name}();");
        using var mended = await PostAsync(program, Accounts, "crash", new { name = "Crash" });
        Assert.Equal((HttpStatusCode.Created, 1), (mended.StatusCode, await CountAsync(company, "Crash")));
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_each_key_done_once_or_not_at_all()
    {
        var company = await TestTenant.MakeAsync(installation);
        var token = (await company.ProgramAsync(Role.Owner)).DefaultRequestHeaders.Authorization;
        var keys = Enumerable.Range(0, 60).Select(n => $"Killed {n}").ToArray();
        await using (var process = await AppProcess.StartAsync(installation.Settings))
        {
            using var caller = process.At(company.Host);
            caller.DefaultRequestHeaders.Authorization = token;
            var calls = keys.Select(async key =>
            {
                try
                {
                    using var answer = await PostAsync(caller, Accounts, key, new { name = key });
                }
                catch (HttpRequestException)
                {
                    // killed under it
                }
            }).ToArray();
            await Task.WhenAny(calls);
            await process.KillAsync();
            await Task.WhenAll(calls);
        }
        using var again = installation.App.Bare(company.Host);
        again.DefaultRequestHeaders.Authorization = token;
        foreach (var key in keys)
        {
            await Eventually.TrueAsync(async () =>
            {
                using var answer = await PostAsync(again, Accounts, key, new { name = key });
                return answer.StatusCode == HttpStatusCode.Created; // 409 while the server still ends the dead one's transaction
            }, 30);
            Assert.Equal(1, await CountAsync(company, key));
        }
    }

    [Fact]
    public async Task Secrets_are_never_kept()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        List<string> keys = [];
        for (var i = 0; i < 2; i++)
        {
            using var made = await PostAsync(program, "/api/v1/tenant/api-keys", "secret", new { name = "Secret" });
            keys.Add((await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);
            using var login = await PostAsync(program, "/api/v1/tenant/auth/login", "secret", new { email = TestTenant.EmailOf(Role.Owner), password = TestTenant.Password });
            Assert.Equal((HttpStatusCode.OK, false), (login.StatusCode, login.Headers.Contains(Replayed)));
        }
        Assert.NotEqual(keys[0], keys[1]);
        Assert.Equal(0, await KeptAsync(company));
    }

    [Fact]
    public async Task A_call_that_opens_its_own_work_claims_its_key_first_and_a_dead_claim_ends()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        async Task<HttpResponseMessage> UploadAsync(string text)
        {
            using var form = new MultipartFormDataContent { { new StringContent("sales_once"), "key" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "sales.csv" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/datasets") { Content = form };
            request.Headers.Add("Idempotency-Key", "upload");
            return await program.SendAsync(request);
        }
        using var first = await UploadAsync("Name,Weight\nA,1\n");
        Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync());
        using var again = await UploadAsync("Name,Weight\nA,1\n"); // another boundary, the same file
        Assert.Equal((first.StatusCode, true), (again.StatusCode, again.Headers.Contains(Replayed)));
        using var other = await UploadAsync("Name,Weight\nB,2\n");
        Assert.Equal("idempotency_key_reused", await CodeAsync(other));

        await SetAsync(company, "status = null, request_hash = null, body = null, leased_until = now() + interval '1 minute'");
        using var held = await UploadAsync("Name,Weight\nA,1\n");
        Assert.Equal((HttpStatusCode.Conflict, "idempotency_in_progress"), (held.StatusCode, await CodeAsync(held)));
        await SetAsync(company, "leased_until = now() - interval '1 second'");
        using var after = await UploadAsync("Name,Weight\nA,1\n");
        Assert.Equal("dataset_key_taken", await CodeAsync(after)); // it was done; the claim was only never ended
        Assert.Equal(0, await KeptAsync(company));
    }

    [Fact]
    public async Task After_a_day_a_job_erases_it_and_the_key_is_new()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        foreach (var key in new[] { "a", "b" }) using (await PostAsync(program, Accounts, key, new { name = key })) { }
        Assert.Equal(1, await company.WorkAsync(db => db.Jobs.CountAsync(job => job.Kind == ForgetAnswers.Kind)));
        await SetAsync(company, "created_at = now() - interval '25 hours'");
        using (var again = await PostAsync(program, Accounts, "a", new { name = "a" })) Assert.False(again.Headers.Contains(Replayed));
        await company.WorkAsync(db => db.Jobs.Where(job => job.Kind == ForgetAnswers.Kind).ExecuteUpdateAsync(set => set.SetProperty(job => job.DueAt, DateTimeOffset.UtcNow)));
        await Eventually.TrueAsync(async () => await KeptAsync(company) == 1);
        await Eventually.TrueAsync(() => company.WorkAsync(db => db.Jobs.AnyAsync(job => job.Kind == ForgetAnswers.Kind && job.Status == JobStatus.Queued && job.DueAt > DateTimeOffset.UtcNow)));
    }

    [Fact]
    public async Task A_key_adds_two_short_trips_to_a_call()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        var times = new[] { new List<double>(), new List<double>() };
        for (var n = 0; n < 400; n++)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            using (n % 2 == 0 ? await PostAsync(program, Accounts, $"cost {n}", new { name = $"Cost {n}" }) : await program.PostAsJsonAsync(Accounts, new { name = $"Cost {n}" })) { }
            if (n >= 100) times[n % 2].Add(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }
        var (with, bare) = (times[0].Order().ElementAt(75), times[1].Order().ElementAt(75));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"with a key {with:0} µs, without {bare:0} µs (medians)"));
        Assert.True(with < bare * 4, $"with a key {with} µs, without {bare} µs");
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient caller, string address, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address.TrimStart('/')) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await caller.SendAsync(request);
    }

    private static Task<int> CountAsync(TestTenant company, string name) => company.WorkAsync(db => db.Accounts.CountAsync(account => account.Name == name));

    private static Task<int> KeptAsync(TestTenant company) => company.WorkAsync(db => db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from app.idempotent_answers where tenant_id = {company.Id}""").SingleAsync());

    private async Task SetAsync(TestTenant company, string set)
    {
        await using var super = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        await RunAsync(super, $"update app.idempotent_answers set {set} where tenant_id = '{company.Id}'");
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("code", out var code) ? code.GetString() : null;
}
