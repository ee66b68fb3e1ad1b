using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Demo;
using Web.Operations.Export;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.Tests.Operations.Export;

public sealed class ExportTests(TestInstallation installation)
{
    private const string Path = "/api/v1/tenant/exports";

    [Fact]
    public async Task Everything_of_the_company_is_in_it_table_by_table_and_nothing_of_a_secret()
    {
        var tenant = await FullCompany.MakeAsync(installation.App);
        using var owner = await OwnerAsync(tenant);
        var (zip, _) = await ExportAsync(owner);
        using var manifest = JsonDocument.Parse(Text(zip, "manifest.json"));
        await using var all = Rows.All(installation);
        var inTables = (await Rows.OfAsync(all, tenant.Id)).Where(pair => pair.Key.StartsWith("app.", StringComparison.Ordinal)).ToDictionary(pair => pair.Key[4..], pair => pair.Value);
        inTables["audit_entries"] = (long)(await Rows.ScalarAsync(all, $"select count(*) from app.audit_entries where tenant_id = '{tenant.Id}' and event_type not in ('organization.export_finished', 'organization.export_downloaded')"))!;
        var told = manifest.RootElement.GetProperty("tables").EnumerateArray().ToDictionary(table => table.GetProperty("name").GetString()!, table => table);
        Assert.Equal(inTables.Keys.Order(), told.Keys.Concat(ExportedTables.LeftOut.Keys).Order());
        foreach (var (name, table) in told)
        {
            Assert.Equal((name, inTables[name]), (name, table.GetProperty("rows").GetInt64()));
            Assert.Equal(inTables[name], Text(zip, $"tables/{name}.jsonl").Count(letter => letter == '\n'));
            foreach (var part in new[] { table.GetProperty("json_lines"), table.GetProperty("csv") })
                Assert.Equal(part.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, part.GetProperty("path").GetString()!))));
        }
        Assert.Equal(["canaries", "canary"], manifest.RootElement.GetProperty("datasets").EnumerateArray().Select(dataset => dataset.GetProperty("name").GetString()));
        Assert.StartsWith("\ufeffName,Weight\r\nCanary 0,0\r\n", Text(zip, "datasets/canaries.csv"));
        Assert.Equal(Access.Company.Pictures.Png(), Bytes(zip, manifest.RootElement.GetProperty("files")[0].GetProperty("path").GetString()!));
        var whole = string.Concat(zip.Entries.Select(entry => Text(zip, entry.FullName)));
        foreach (var secret in await Rows.TextsAsync(all, $"select password_hash from app.members where tenant_id = '{tenant.Id}' and password_hash is not null union select security_stamp from app.members where tenant_id = '{tenant.Id}' union select security_stamp from app.sessions where tenant_id = '{tenant.Id}' union select encode(token_hash, 'hex') from app.invitations where tenant_id = '{tenant.Id}'"))
            Assert.DoesNotContain(secret, whole);
    }

    [Fact]
    public async Task It_holds_this_companys_rows_alone_while_a_neighbour_has_ten_times_more()
    {
        var neighbour = await FullCompany.MakeAsync(installation.App);
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        foreach (var name in new[] { "Own one", "=2+3", "Own three" }) Assert.Equal(HttpStatusCode.Created, (await owner.PostAsJsonAsync("/api/v1/accounts", new { name }, TestContext.Current.CancellationToken)).StatusCode);
        await using var all = Rows.All(installation);
        Assert.True((await Rows.OfAsync(all, neighbour.Id))["app.accounts"] >= 30);
        var (zip, _) = await ExportAsync(owner);
        Assert.Equal(3, Text(zip, "tables/accounts.jsonl").Count(letter => letter == '\n'));
        Assert.Contains("'=2+3", Text(zip, "tables/accounts.csv"));
        Assert.Contains("\"=2+3\"", Text(zip, "tables/accounts.jsonl"));
        var whole = string.Concat(zip.Entries.Select(entry => Text(zip, entry.FullName)));
        Assert.DoesNotContain("canary", whole, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(neighbour.Id.ToString(), whole);
        foreach (var id in await Rows.TextsAsync(all, $"select id::text from app.members where tenant_id = '{neighbour.Id}' union all select id::text from app.deals where tenant_id = '{neighbour.Id}'")) Assert.DoesNotContain(id, whole);
    }

    [Fact]
    public async Task Only_an_owner_who_has_just_shown_who_they_are_has_it_and_only_for_a_week()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, admin, stranger) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Admin), await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner));
        Assert.Equal("permission_denied", await CodeAsync(await admin.PostAsync(Path, null, TestContext.Current.CancellationToken)));
        var (_, archive) = await ExportAsync(owner);
        Assert.Equal("permission_denied", await CodeAsync(await admin.GetAsync(archive, TestContext.Current.CancellationToken)));
        Assert.Equal("not_found", await CodeAsync(await stranger.GetAsync(archive, TestContext.Current.CancellationToken)));
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.ProvedAt, DateTimeOffset.UtcNow.AddHours(-1))));
        await Eventually.TrueAsync(async () => await CodeAsync(await owner.GetAsync(archive)) == "step_up_required");
        var id = await company.WorkAsync(db => db.CompanyExports.Select(export => export.Id).SingleAsync());
        var browser = await company.BrowserAsync(Role.Owner);
        Assert.Contains("Download", (await browser.OpenAsync("/settings/export")).Body!.TextContent);
        Assert.Equal("application/zip", (await browser.Client.GetAsync($"/settings/export?handler=archive&id={id}", TestContext.Current.CancellationToken)).Content.Headers.ContentType!.MediaType);
        await Later.RunAsync<ExportExpiryWork>(installation, company, DateTimeOffset.UtcNow.AddDays(7), JsonSerializer.Serialize(new { export = id }));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Client.GetAsync($"/settings/export?handler=archive&id={id}", TestContext.Current.CancellationToken)).StatusCode);
        await using var all = Rows.All(installation);
        Assert.Equal(0, (await Rows.OfAsync(all, company.Id))["app.export_chunks"]);
        Assert.Contains("Erased", (await browser.OpenAsync("/settings/export")).Body!.TextContent);
    }

    [Fact]
    public async Task Begun_again_it_begins_anew()
    {
        var company = await TestTenant.MakeAsync(installation);
        var export = await company.WorkAsync(async db =>
        {
            var ordered = db.CompanyExports.Add(CompanyExport.Order(db, DateTimeOffset.UtcNow.AddYears(1))).Entity; // its job is not due, so that nobody else takes it
            await db.SaveChangesAsync();
            await db.KeepChunkAsync(ordered.Id, 0, [1, 2, 3], default);
            await db.KeepChunkAsync(ordered.Id, 7, [4, 5, 6], default);
            return ordered;
        }, Role.Owner);
        await using var all = Rows.All(installation);
        await Rows.ScalarAsync(all, $"update app.jobs set due_at = now() where tenant_id = '{company.Id}' and id = '{export.JobId}'");
        await Eventually.TrueAsync(async () => await company.WorkAsync(db => db.CompanyExports.AnyAsync(one => one.FinishedAt != null)));
        var archive = await (await company.BrowserAsync(Role.Owner)).Client.GetByteArrayAsync($"/settings/export?handler=archive&id={export.Id}", TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(new MemoryStream(archive));
        Assert.Contains("\"format\": 1", Text(zip, "manifest.json"));
    }

    [Fact]
    public async Task The_pieces_are_a_megabyte_each_and_no_more_than_one_waits()
    {
        List<byte[]> kept = [];
        await using var stream = new ArchiveStream((place, bytes, _) =>
        {
            Assert.Equal(kept.Count, place);
            kept.Add(bytes);
            return Task.CompletedTask;
        });
        var all = RandomNumberGenerator.GetBytes(5_300_000);
        for (var at = 0; at < all.Length; at += 70_001)
        {
            await stream.WriteAsync(all.AsMemory(at, Math.Min(70_001, all.Length - at)), TestContext.Current.CancellationToken);
            Assert.InRange(stream.Written - kept.Sum(bytes => (long)bytes.Length), 0, ArchiveStream.ChunkSize);
        }
        await stream.SpillAsync(last: true, TestContext.Current.CancellationToken);
        Assert.Equal(all, kept.SelectMany(bytes => bytes));
        Assert.All(kept.SkipLast(1), bytes => Assert.Equal(ArchiveStream.ChunkSize, bytes.Length));
        Assert.Equal((all.Length, 6, Convert.ToHexStringLower(SHA256.HashData(all))), (stream.Written, stream.Chunks, stream.Hash()));
    }

    private static async Task<(ZipArchive Zip, string Archive)> ExportAsync(HttpClient owner)
    {
        var ordered = await owner.PostAsync(Path, null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, ordered.StatusCode);
        Assert.Equal("export_under_way", await CodeAsync(await owner.PostAsync(Path, null, TestContext.Current.CancellationToken)));
        JsonElement job = default;
        await Eventually.TrueAsync(async () => (job = await owner.GetFromJsonAsync<JsonElement>(ordered.Headers.Location)).GetProperty("status").GetString() is "done" or "failed");
        Assert.True(job.GetProperty("status").GetString() == "done", job.ToString());
        var archive = job.GetProperty("result").GetProperty("archive").GetString()!;
        var bytes = await owner.GetByteArrayAsync(archive, TestContext.Current.CancellationToken);
        Assert.Equal((job.GetProperty("result").GetProperty("bytes").GetInt64(), job.GetProperty("result").GetProperty("sha256").GetString()), (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        return (new ZipArchive(new MemoryStream(bytes)), archive);
    }

    private async Task<HttpClient> OwnerAsync(Tenant tenant)
    {
        var client = installation.App.At($"{tenant.Slug}.{TestApp.BaseDomain}");
        var email = (Aoba.Recipe with { Slug = tenant.Slug }).EmailOf(Aoba.Recipe.People.First(person => person.Role == Role.Owner));
        var login = await client.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email, password = TestTenant.Password }, TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await login.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("access_token").GetString());
        return client;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() : null;

    private static byte[] Bytes(ZipArchive zip, string path)
    {
        using var stream = zip.GetEntry(path)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchive zip, string path) => Encoding.UTF8.GetString(Bytes(zip, path));
}
