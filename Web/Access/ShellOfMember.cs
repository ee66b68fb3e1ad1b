using Web.Tenancy;
using Web.Ui;

namespace Web.Access;

/// <summary>Hands the frame of the page its company and person, as plain values.</summary>
internal sealed class ShellOfMember(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentMember member, EnteredTenant entered)
    {
        context.Features.Set(new Shell(
            entered.Tenant is { } tenant ? new ShellCompany(tenant.Id, tenant.Name, tenant.BrandColour, tenant.Calendar.Zone) : null,
            member.IsKnown
                ? new ShellPerson(member.Id, member.Person.Name, member.Person.Role.ToString(), member.Person.Theme, RolePermissions.Of(member.Person.Role))
                : null));
        return next(context);
    }
}
