using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Web.Tenancy;
using Web.Ui;

namespace Web.Access;

/// <summary>The language of this request: the member's own, else what the browser chose at the door or a program asks for, else the company's.</summary>
internal sealed class PersonalCulture(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentMember member, EnteredTenant entered)
    {
        var asked = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && context.Request.Headers.AcceptLanguage.Count > 0
            ? Locales.Preferred(context.Request) : context.Request.Cookies[Locales.Cookie];
        var chosen = (member.IsKnown ? member.Person.Locale : null) ?? asked;
        var language = Locales.Known(chosen) ?? Locales.Known(entered.Tenant?.Locale) ?? Locales.Preferred(context.Request);
        var culture = CultureInfo.GetCultureInfo(language);
        context.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(new RequestCulture(culture), null));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        return next(context);
    }
}
