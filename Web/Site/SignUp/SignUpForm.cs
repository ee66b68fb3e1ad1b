using Web.Access.Passwords;
using Web.Kernel;

namespace Web.Site.SignUp;

/// <summary>What somebody who signs a company up types.</summary>
public sealed record SignUpForm(string? Company, string? Slug, string? Name, string? Email, string? Password, string? TimeZone = null, bool Sample = false)
{
    public const int LongestCompany = 200, LongestName = 120;

    public SignUpForm Trimmed() => this with { Company = Company?.Trim(), Slug = Slug?.Trim().ToLowerInvariant(), Name = Name?.Trim(), Email = Email?.Trim() };

    /// <summary>Everything that is wrong with it by itself; whether the address is taken is another question.</summary>
    public IEnumerable<Fault> Faults()
    {
        foreach (var (field, text, most) in new[] { ("company", Company, LongestCompany), ("name", Name, LongestName) })
        {
            if (string.IsNullOrEmpty(text)) yield return new Fault(field, "required");
            else if (text.Length > most) yield return new Fault(field, "too_long", most);
            else if (text.Any(char.IsControl)) yield return new Fault(field, "text_invalid");
        }
        if (string.IsNullOrEmpty(Email)) yield return new Fault("email", "required");
        else if (!EmailAddress.IsValid(Email)) yield return new Fault("email", "email_invalid");
        if (PasswordPolicy.FaultOf("password", Password, Email, Name, Company, Slug) is { } fault) yield return fault;
    }
}
