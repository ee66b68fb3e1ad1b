using Microsoft.AspNetCore.Authorization;
using Web.Api;
using Web.Jobs;
using Web.Tenancy;
using Web.Ui;

namespace Web.Site;

public static class SiteRoom
{
    /// <summary>What is seen before and beside a company: the landing page, errors, a company's colours.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services) =>
        services.AddSingleton<IErrorPage, ErrorPage>().AddScoped<SignUp.NewCompany>().AddScoped<SignUp.Addresses>().AddScoped<SignUp.ProofLetter>().AddJob<SignUp.UnprovenWork>(SignUp.UnprovenWork.Kind);

    /// <summary>The apex shows the landing page at <c>/</c>.</summary>
    public static IApplicationBuilder UseSite(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path == "/" && context.RequestServices.GetRequiredService<EnteredTenant>().OnApex) context.Request.Path = "/welcome";
        return next(context);
    });

    public static void MapSite(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/brand.css", [AllowAnonymous] (HttpContext context, EnteredTenant entered) =>
        {
            context.Response.Headers.CacheControl = "private, max-age=86400";
            return TypedResults.Text(BrandColour.From(entered.Tenant?.BrandColour).StyleSheet(), "text/css");
        }).ExcludeFromDescription();
}
