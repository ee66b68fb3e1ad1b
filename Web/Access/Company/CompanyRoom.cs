using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Kernel;
using Web.Ui;

namespace Web.Access.Company;

internal static class CompanyRoom
{
    public static void AddCompany(this IServiceCollection services)
    {
        services.AddSettingsPlace(SettingsGroup.Company, "/settings/organisation", typeof(CompanyTexts), "Organisation.Title", Permission.SettingsManage);
        services.AddSettingsPlace(SettingsGroup.Company, "/settings/branding", typeof(CompanyTexts), "Branding.Title", Permission.BrandingManage);
        services.AddScoped<CompanySettings>();
    }

    /// <summary>A company's logo, at its own door only. Its name says what is in it, so it may be kept for ever.</summary>
    public static void MapLogo(this IEndpointRouteBuilder routes) => routes.MapGet("/brand/logo/{hash:regex(^([0-9a-f]{{64}})$)}", [AllowAnonymous] async (string hash, HttpContext http, AppDb db, CancellationToken cancellation) =>
    {
        if (!db.Scope.IsSet) throw RefusalException.NotFound();
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var file = await db.BrandFiles.AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash, cancellation) ?? throw RefusalException.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.ContentDisposition = "inline";
        return TypedResults.Bytes(file.Bytes, file.MediaType);
    }).ExcludeFromDescription();
}
