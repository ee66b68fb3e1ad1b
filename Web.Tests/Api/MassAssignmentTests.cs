using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Web.Access;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Api;

/// <summary>What a caller adds to a body beyond what it may write is refused, or changes nothing.</summary>
public sealed class MassAssignmentTests(TestInstallation installation)
{
    private static readonly string[] Hostile =
    [
        "id", "Id", "ID", "tenant_id", "tenantId", "TenantId", "organization_id", "created_at", "updated_at", "deleted_at", "is_admin", "version", "xmin", "security_stamp", "password_hash", "password",
        "stripe_customer_id", "plan", "seats", "key_hash", "wrapped_key", "encrypted_key", "member_id", "permissions", "__proto__", "constructor", "$type",
    ];

    /// <summary>Address, a good body, and the table that it is written to.</summary>
    public static TheoryData<string, string, string> Makes { get; } = new()
    {
        { "accounts", """{"name":"Good"}""", "accounts" },
        { "contacts", """{"family_name":"Good"}""", "contacts" },
        { "deals", """{"name":"Good"}""", "deals" },
        { "tasks", """{"title":"Good"}""", "tasks" },
        { "tenant/users", """{"email":"good@example.com","role":"viewer"}""", "invitations" },
        { "tenant/api-keys", """{"name":"Good"}""", "api_keys" },
        { "pipelines", """{"name":"Good","stages":[{"name":"One"}]}""", "pipelines" },
        { "charts", """{"title":"Good","query":{"version":1,"chart_type":"bar","dataset":"crm_deals","dimensions":[{"field":"stage","role":"x"}],"measures":[{"field":null,"aggregate":"count"}]}}""", "saved_charts" },
    };

    [Theory]
    [MemberData(nameof(Makes))]
    public async Task Nothing_can_be_slipped_into_a_new_record(string address, string good, string table)
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        await company.PipelineAsync();
        var before = await PrintAsync(company, table);
        foreach (var (name, value) in Slips())
        {
            var body = JsonNode.Parse(good)!.AsObject();
            if (!body.TryAdd(name, value.DeepClone())) continue;
            using var answer = await program.PostAsJsonAsync($"/api/v1/{address}", body);
            Assert.True((int)answer.StatusCode is 400 or 422, $"POST {address} with {name}: {value.ToJsonString()} answered {(int)answer.StatusCode}");
        }
        Assert.Equal(before, await PrintAsync(company, table));
    }

    [Theory]
    [InlineData("accounts", """{"name":"Good"}""", "accounts")]
    [InlineData("contacts", """{"family_name":"Good"}""", "contacts")]
    [InlineData("deals", """{"name":"Good"}""", "deals")]
    [InlineData("tasks", """{"title":"Good"}""", "tasks")]
    [InlineData("charts", """{"title":"Good","query":{"version":1,"chart_type":"bar","dataset":"crm_deals","dimensions":[{"field":"stage","role":"x"}],"measures":[{"field":null,"aggregate":"count"}]}}""", "saved_charts")]
    public async Task Nor_into_one_that_is_there(string records, string good, string table)
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        await company.PipelineAsync();
        using var made = await program.PostAsJsonAsync($"/api/v1/{records}", JsonNode.Parse(good));
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        await NothingChangesAsync(company, program, made.Headers.Location!.OriginalString, table);
    }

    [Fact]
    public async Task Nor_into_a_member()
    {
        var company = await TestTenant.MakeAsync(installation);
        await NothingChangesAsync(company, await company.ProgramAsync(Role.Owner), $"/api/v1/tenant/users/{company.People[Role.Member]}", "members");
        await NothingChangesAsync(company, await company.ProgramAsync(Role.Manager), $"/api/v1/tenant/users/{company.People[Role.Manager]}", "members", ("role", "owner"));
    }

    private async Task NothingChangesAsync(TestTenant company, HttpClient program, string address, string table, params (string Name, JsonNode Value)[] more)
    {
        var before = await PrintAsync(company, table);
        foreach (var (name, value) in Slips().Concat(more))
        {
            using var answer = await program.PatchAsJsonAsync(address, new JsonObject { [name] = value.DeepClone() });
            Assert.True((int)answer.StatusCode is 400 or 403 or 422, $"PATCH {address} with {name}: {value.ToJsonString()} answered {(int)answer.StatusCode}");
        }
        Assert.Equal(before, await PrintAsync(company, table));
    }

    private static IEnumerable<(string Name, JsonNode Value)> Slips() => Hostile.SelectMany(name => new (string, JsonNode)[] { (name, Guid.CreateVersion7().ToString()), (name, new JsonObject { ["id"] = 1 }) });

    /// <summary>A print of all rows of the company in a table.</summary>
    private async Task<string> PrintAsync(TestTenant company, string table)
    {
        await using var super = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        await using var command = super.CreateCommand($"select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from app.{table} t where tenant_id = '{company.Id}'");
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
