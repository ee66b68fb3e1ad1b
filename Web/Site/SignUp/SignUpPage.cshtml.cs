using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Mail;
using Web.Tenancy;
using Web.Ui;

namespace Web.Site.SignUp;

/// <summary>A company signs itself up, at the apex.</summary>
[AllowAnonymous]
[OwnWork]
internal sealed class SignUpPage(
    EnteredTenant entered, NewCompany company, Addresses addresses, IOptions<TenancyOptions> tenancy, MailOptions mail, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    private IReadOnlyList<FieldFault> faults = [];

    public SignUpForm Form { get; private set; } = new(null, null, null, null, null);

    public AddressField Address { get; private set; } = null!;

    /// <summary>The company, once it is made.</summary>
    public Tenant? Made { get; private set; }

    public string? Error { get; private set; }

    public string BaseDomain => tenancy.Value.BaseDomain;

    public bool HasMailbox => mail.ToMailbox;

    public Uri AddressOf(Tenant tenant) => tenancy.Value.AddressOf(tenant.Slug);

    public FieldFault? Fault(string field) => faults.FirstOrDefault(fault => fault.Field == field);

    public string? Invalid(string field) => Fault(field) is null ? null : "true";

    public string? Described(string field) => Fault(field) is null ? null : $"{field}-error";

    public void OnGet()
    {
        if (!entered.OnApex) throw RefusalException.NotFound();
        Address = new AddressField(null, AddressState.Empty, BaseDomain);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? company, [FromForm] string? slug, [FromForm] string? name, [FromForm] string? email, [FromForm] string? password, [FromForm(Name = "time_zone")] string? zone, [FromForm] bool sample, CancellationToken cancellation)
    {
        if (!entered.OnApex) throw RefusalException.NotFound();
        Form = new SignUpForm(company, slug, name, email, password, zone, sample).Trimmed();
        Address = new AddressField(Form.Slug, AddressState.Empty, BaseDomain);
        try
        {
            Made = await MakeAsync(cancellation);
        }
        catch (RefusalException refused) when (refused.Status is 422 or 429 or 503)
        {
            faults = [.. refused.Faults.Select(fault => FieldFault.Of(fault, sentences))];
            Error = faults is [] ? Problem.Say(sentences, refused.Code, refused.Arguments) : null;
            Address = Address with { State = refused.Faults.Any(fault => fault is { Field: "slug", Code: "slug_taken" }) ? AddressState.Taken : await addresses.StateAsync(Form.Slug, cancellation) };
            Response.StatusCode = refused.Status;
        }
        return Page();
    }

    private Task<Tenant> MakeAsync(CancellationToken cancellation) => company.MakeAsync(Form, Locales.Current, cancellation);
}
