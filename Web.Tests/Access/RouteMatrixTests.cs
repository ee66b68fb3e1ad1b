using System.Net;
using System.Net.Http.Json;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Access;

/// <summary>
/// Every call of the API × every role × every way to be known, against a table that is written by hand: which permission a call
/// asks for stands here, who has it in the contract's table. A call that is not in it fails.
/// </summary>
public sealed class RouteMatrixTests(TestInstallation installation)
{
    /// <summary><c>open</c>: nobody signs in. <c>all</c>: whoever is known. <c>own</c>: the same, programs with api.access.</summary>
    private const string Calls =
        """
        open                 POST /tenant/auth/login, POST /tenant/auth/refresh, POST /tenant/auth/forgot_password, POST /tenant/auth/reset_password
        all                  GET /tenant/auth/me, POST /tenant/auth/logout
        own                  GET /tenant/sessions, DELETE /tenant/sessions/{id}, GET /jobs/{id}
        users.read           GET /tenant/users, GET /tenant/users/{id}, GET /tenant/organization
        users.manage         POST /tenant/users, PATCH /tenant/users/{id}, DELETE /tenant/users/{id}, GET /tenant/invitations, POST /tenant/invitations/{id}/resend, DELETE /tenant/invitations/{id}
        owners.manage        DELETE /tenant/users/{id}/two-factor
        api_keys.manage_own  GET /tenant/api-keys, POST /tenant/api-keys, DELETE /tenant/api-keys/{id}
        usage.read           GET /tenant/analytics/usage
        crm.read             GET /accounts, GET /accounts/{id}, GET /contacts, GET /contacts/{id}, GET /deals, GET /deals/{id}, GET /tasks, GET /tasks/{id}, GET /pipelines
        crm.read             GET /accounts/{id}/notes, GET /contacts/{id}/notes, GET /deals/{id}/notes, GET /accounts/{id}/tasks, GET /contacts/{id}/tasks, GET /deals/{id}/tasks
        crm.read             GET /accounts/{id}/timeline, GET /contacts/{id}/timeline, GET /deals/{id}/timeline
        crm.write            POST /accounts, PATCH /accounts/{id}, POST /contacts, PATCH /contacts/{id}, POST /deals, PATCH /deals/{id}, POST /tasks, PATCH /tasks/{id}
        crm.write            POST /deals/{id}/win, POST /deals/{id}/lose, POST /deals/{id}/reopen
        crm.write            POST /accounts/{id}/notes, POST /contacts/{id}/notes, POST /deals/{id}/notes, POST /accounts/{id}/tasks, POST /contacts/{id}/tasks, POST /deals/{id}/tasks
        crm.delete_own       DELETE /accounts/{id}, DELETE /contacts/{id}, DELETE /deals/{id}, DELETE /tasks/{id}, GET /bin
        crm.delete_own       POST /accounts/{id}/restore, POST /contacts/{id}/restore, POST /deals/{id}/restore, POST /tasks/{id}/restore
        settings.manage      POST /pipelines, PATCH /tenant/organization
        audit.read           GET /tenant/audit-logs
        tenant.delete        POST /tenant/exports, GET /tenant/exports/{id}/archive
        datasets.read        GET /datasets, GET /datasets/{key}
        datasets.manage      POST /datasets, PATCH /datasets/{key}, DELETE /datasets/{key}, GET /datasets/{key}/loads, GET /datasets/{key}/loads/{id}/errors
        charts.read          GET /charts, GET /charts/{id}, GET /charts/{id}/data, GET /charts/templates
        charts.ask           POST /charts/ask, POST /charts/render
        charts.save          POST /charts, PATCH /charts/{id}, DELETE /charts/{id}
        superset.push        POST /charts/{id}/superset
        """;

    /// <summary>Besides the permission of its own, what a group of calls asks of everybody.</summary>
    private static readonly (string Before, string Permission)[] Groups = [("/tenant/users", "users.read"), ("/tenant/invitations", "users.read"), ("/tenant/organization", "users.read"), ("/bin", "crm.read"), ("/accounts", "crm.read"), ("/contacts", "crm.read"), ("/deals", "crm.read"), ("/tasks", "crm.read"), ("/pipelines", "crm.read"), ("/datasets", "datasets.read")];

    private static readonly Dictionary<string, string> Table = Calls.Split('\n').Select(line => line.Trim().Split(' ', 2))
        .SelectMany(parts => parts[1].Split(',', StringSplitOptions.TrimEntries).Select(call => (call, parts[0]))).ToDictionary(cell => cell.call, cell => cell.Item2);

    private static readonly Dictionary<string, Role[]> Contract = RolePermissionsTests.ReadContract();
    private int cells;

    [Fact]
    public void Every_call_stands_in_the_table() => Assert.Equal([], installation.Calls().Select(one => one.Call).Where(call => !Table.ContainsKey(call)));

    [Fact]
    public void And_what_is_open_there_is_open_here_and_nothing_else() =>
        Assert.Equal([], installation.Calls().Where(one => (Table.GetValueOrDefault(one.Call) == "open") != one.Open).Select(one => one.Call));

    [Theory]
    [InlineData("cookie")]
    [InlineData("jwt")]
    [InlineData("key")]
    public async Task Each_cell_is_as_the_table_says(string transport)
    {
        var company = await TestTenant.MakeAsync(installation);
        List<string> wrong = [];
        foreach (var role in Enum.GetValues<Role>())
        {
            using var caller = await installation.CallerAsync(company, role, transport);
            foreach (var call in Ordered())
                await CheckAsync(caller, call, May(call, role, transport) ? Cell.Open : Cell.Denied, $"{transport} {role}", wrong);
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        TestContext.Current.TestOutputHelper?.WriteLine($"{transport}: {cells} cells");
    }

    [Fact]
    public async Task A_key_of_one_scope_opens_what_needs_it_and_one_of_all_others_does_not()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        List<string> wrong = [];
        foreach (var permission in Table.Values.Where(Contract.ContainsKey).Distinct())
        {
            var calls = Ordered().Where(call => Table[call] == permission).ToList();
            var needed = calls.SelectMany(NeededBy).Distinct().ToArray();
            using var just = await installation.KeyedAsync(company, owner, new { name = "just", scopes = needed });
            using var others = await installation.KeyedAsync(company, owner, new { name = "others", scopes = Contract.Keys.Except([permission]).ToArray() });
            foreach (var call in calls)
            {
                await CheckAsync(just, call, Cell.Open, $"key of {permission}", wrong);
                await CheckAsync(others, call, Cell.Denied, $"key of all but {permission}", wrong);
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        TestContext.Current.TestOutputHelper?.WriteLine($"scopes: {cells} cells");
    }

    [Fact]
    public async Task Nobody_a_stranger_and_a_deactivated_person_get_nothing()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var gone = await company.ProgramAsync(Role.Manager);
        await (await company.ProgramAsync(Role.Owner)).PatchAsJsonAsync($"/api/v1/tenant/users/{company.People[Role.Manager]}", new { active = false });
        List<(string Who, HttpClient Caller)> callers = [("nobody", company.Anonymous()), ("deactivated", gone)];
        foreach (var transport in RouteCallers.Transports)
        {
            using var stranger = await installation.CallerAsync(other, Role.Owner, transport);
            var here = installation.App.Bare(company.Host);
            foreach (var header in stranger.DefaultRequestHeaders) here.DefaultRequestHeaders.TryAddWithoutValidation(header.Key, header.Value);
            callers.Add(($"stranger by {transport}", here));
        }
        List<string> wrong = [];
        foreach (var (who, caller) in callers)
            foreach (var call in Ordered().Where(call => Table[call] != "open")) await CheckAsync(caller, call, Cell.Unknown, who, wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        TestContext.Current.TestOutputHelper?.WriteLine($"outsiders: {cells} cells");
    }

    private enum Cell { Open, Denied, Unknown }

    private async Task CheckAsync(HttpClient caller, string call, Cell expected, string who, List<string> wrong)
    {
        var (status, code) = await caller.CallAsync(call);
        var found = status == HttpStatusCode.Unauthorized && code == "not_signed_in" ? Cell.Unknown : code == "permission_denied" ? Cell.Denied : Cell.Open;
        cells++;
        if (found != expected || (int)status >= 500) wrong.Add($"{who}: {call} answered {(int)status} {code}, not {expected}");
    }

    /// <summary>A key's api.access is its maker's, who is the owner here.</summary>
    private static bool May(string call, Role role, string transport)
    {
        var isProgram = transport == "jwt" && !Contract["api.access"].Contains(role);
        return Table[call] switch
        {
            "open" or "all" => true,
            "audit.read" => Contract["audit.read"].Contains(role), // with nothing besides
            "own" => !isProgram,
            _ => !isProgram && NeededBy(call).All(permission => Contract[permission].Contains(role)),
        };
    }

    private static IEnumerable<string> NeededBy(string call) =>
        Groups.Where(group => call.Split(' ')[1].StartsWith(group.Before, StringComparison.Ordinal)).Select(group => group.Permission).Append(Table[call]).Distinct();

    /// <summary>Signing out comes last.</summary>
    private IEnumerable<string> Ordered() => installation.Calls().Select(one => one.Call).Distinct().Where(Table.ContainsKey).OrderBy(call => call.EndsWith("/logout", StringComparison.Ordinal));
}
