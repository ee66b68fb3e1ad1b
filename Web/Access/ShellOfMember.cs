using System.Runtime.CompilerServices;
using Web.Tenancy;
using Web.Ui;

namespace Web.Access;

/// <summary>Hands the frame of the page its company and person, as plain values.</summary>
internal sealed class ShellOfMember(RequestDelegate next)
{
    // What is drawn of a company once lasts as long as the directory remembers it.
    private static readonly ConditionalWeakTable<Tenant, ShellCompany> Companies = [];

    public Task InvokeAsync(HttpContext context, CurrentMember member, EnteredTenant entered)
    {
        context.Features.Set(new Shell(
            entered.Tenant is { } company ? Companies.GetValue(company, tenant => new(tenant.Id, tenant.Name, tenant.BrandColour, tenant.Calendar.Zone) { Product = tenant.Product, Logo = tenant.LogoPath ?? ShellCompany.HouseLogo }) : null,
            member.IsKnown
                ? new ShellPerson(member.Id, member.Person.Name, member.Person.Role.ToString(), member.Person.Theme, member.Person.Permissions) { FactorDue = member.Person.FactorDue }
                : null));
        return next(context);
    }
}
