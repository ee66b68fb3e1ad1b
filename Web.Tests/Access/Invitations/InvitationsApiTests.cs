using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Access.Invitations;

public sealed class InvitationsApiTests(TestInstallation installation)
{
    private const string Users = "/api/v1/tenant/users", Invitations = "/api/v1/tenant/invitations";

    [Fact]
    public async Task Who_waits_is_listed_written_to_again_and_revoked_by_those_above_them()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var (owner, manager) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Manager));
        Assert.Equal(HttpStatusCode.Created, (await owner.PostAsJsonAsync(Users, new { email = "chief@example.com", role = "admin" })).StatusCode);
        var one = (await manager.GetFromJsonAsync<JsonElement>(Invitations)).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("chief@example.com", "admin", "invited"), (one.GetProperty("email").GetString(), one.GetProperty("role").GetString(), one.GetProperty("status").GetString()));
        var address = $"{Invitations}/{one.GetProperty("id").GetGuid()}";
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.DeleteAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await other.ProgramAsync(Role.Owner)).DeleteAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await owner.PostAsync($"{address}/resend", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.DeleteAsync(address)).StatusCode);
        Assert.Empty((await manager.GetFromJsonAsync<JsonElement>(Invitations)).GetProperty("items").EnumerateArray());
    }
}
