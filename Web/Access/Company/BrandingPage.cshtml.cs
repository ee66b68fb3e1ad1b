using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Ui;

namespace Web.Access.Company;

/// <summary>How the company looks to its own people: logo, colour, and its name for the product.</summary>
[Requires(Permission.BrandingManage)]
internal sealed class BrandingPage(AppDb db, CompanySettings settings, TimeProvider time, IStringLocalizer<CompanyTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public CompanyLook Look { get; private set; } = new();

    public string? LogoHash { get; private set; }

    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    public Toast? Toast { get; private set; }

    public BrandContrast? Contrast => BrandContrast.Of(Look.Colour);

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (done is "saved") Toast = new Toast(texts["Saved"]);
    }

    /// <summary>While somebody chooses.</summary>
    public PartialViewResult OnGetCheck([FromQuery(Name = "colour")] string? colour) => Partial("/Access/Company/_BrandContrast.cshtml", BrandContrast.Of(colour));

    /// <param name="nearest">The colour that was suggested, when that is taken.</param>
    [OwnWork]
    public Task<IActionResult> OnPostAsync([FromForm(Name = "colour")] string? colour, [FromForm(Name = "product_name")] string? product, [FromForm(Name = "nearest")] string? nearest, CancellationToken cancellation) => ActAsync(company =>
    {
        Look = new CompanyLook { Colour = nearest ?? colour, ProductName = product }.Trimmed();
        List<Fault> faults = [.. Look.Faults().Where(fault => !(fault.Field == "colour" && Look.Colour == company.Look.Colour))];
        return faults.Count == 0 ? Task.FromResult(company with { Look = Look }) : throw RefusalException.Invalid(faults);
    }, cancellation);

    [OwnWork]
    public Task<IActionResult> OnPostLogoAsync([FromForm(Name = "logo")] IFormFile? logo, CancellationToken cancellation) => ActAsync(async company =>
    {
        var image = LogoImage.Read(await BytesAsync(logo, cancellation));
        await db.KeepLogoAsync(image, time.GetUtcNow(), cancellation);
        return company with { LogoHash = image.Hash };
    }, cancellation);

    [OwnWork]
    public Task<IActionResult> OnPostNoLogoAsync(CancellationToken cancellation) => ActAsync(company => Task.FromResult(company with { LogoHash = null }), cancellation);

    private async Task<IActionResult> ActAsync(Func<CompanyRow, Task<CompanyRow>> change, CancellationToken cancellation)
    {
        try
        {
            await settings.ChangeAsync(change, cancellation);
        }
        catch (RefusalException refused) when (refused.Status == 422)
        {
            Faults = refused.Faults.DistinctBy(fault => fault.Field).ToDictionary(fault => fault.Field, fault => sentences[fault.Code, fault.Arguments].Value);
            Response.StatusCode = refused.Status;
            var tried = Look;
            await using (await db.BeginAsync(readOnly: true, cancellation)) await LoadAsync(cancellation);
            if (tried.Colour is not null) Look = tried;
            return Page();
        }
        return LocalRedirect("/settings/branding?done=saved");
    }

    private static async Task<byte[]> BytesAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null or { Length: 0 }) return [];
        if (file.Length > LogoImage.MostBytes) return new byte[LogoImage.MostBytes + 1]; // refused for its size, unread
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var company = await db.CompanyAsync(hold: false, cancellation);
        (Look, LogoHash) = (company.Look, company.LogoHash);
    }
}
