using Web.Access;
using Web.Kernel;

namespace Web.Tests.Access;

public sealed class RoleRankTests
{
    /// <summary>Every pair: who governs whom, written out.</summary>
    [Theory]
    [InlineData(Role.Owner, new[] { Role.Owner, Role.Admin, Role.Manager, Role.Analyst, Role.Member, Role.Viewer, Role.Compliance })]
    [InlineData(Role.Admin, new[] { Role.Manager, Role.Analyst, Role.Member, Role.Viewer, Role.Compliance })]
    [InlineData(Role.Manager, new[] { Role.Analyst, Role.Member, Role.Viewer })]
    [InlineData(Role.Analyst, new Role[0])]
    [InlineData(Role.Member, new Role[0])]
    [InlineData(Role.Viewer, new Role[0])]
    [InlineData(Role.Compliance, new Role[0])]
    public void Governs_those_who_may_less(Role role, Role[] governed) =>
        Assert.Equal(governed, Enum.GetValues<Role>().Where(other => role.Governs(other)));

    [Fact]
    public void An_owner_without_a_seat_keeps_the_companys_affairs_and_none_of_its_work()
    {
        var left = RolePermissions.Of(Role.Owner, seated: false);
        Assert.Contains(Permission.BillingManage, left);
        Assert.Contains(Permission.UsersManage, left);
        Assert.DoesNotContain(left, permission => permission.StartsWith("crm.", StringComparison.Ordinal) || permission.StartsWith("charts.", StringComparison.Ordinal) || permission == Permission.ApiAccess);
        Assert.Empty(RolePermissions.Of(Role.Member, seated: false));
        Assert.Equal(RolePermissions.Of(Role.Viewer), RolePermissions.Of(Role.Viewer, seated: false));
    }
}
