using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Web.Tenancy;
using Web.Ui;

namespace Web.Access;

/// <summary>The language of this request: the member's own, else what the browser chose at the door, else the company's.</summary>
internal sealed class PersonalCulture(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentMember member, EnteredTenant entered)
    {
        var chosen = member.IsKnown ? member.Person.Locale : context.Request.Cookies[Locales.Cookie];
        var language = Locales.Known(chosen) ?? Locales.Known(entered.Tenant?.Locale) ?? Locales.Preferred(context.Request);
        var culture = CultureInfo.GetCultureInfo(language);
        context.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(new RequestCulture(culture), null));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        return next(context);
    }
}
