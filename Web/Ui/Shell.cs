using Microsoft.AspNetCore.Html;

namespace Web.Ui;

/// <summary>What the frame around a page shows: the company, and the person if one is signed in. Plain values, put there once a request.</summary>
public sealed record Shell(ShellCompany? Company, ShellPerson? Person);

public sealed record ShellCompany(Guid Id, string Name, string BrandColour, TimeZoneInfo Zone)
{
    public const string HouseLogo = "/img/logo.svg";

    /// <summary>What its people know this product as.</summary>
    public string Product { get; init; } = "Tsumugi";

    /// <summary>The picture that stands for it.</summary>
    public string Logo { get; init; } = HouseLogo;

    /// <summary>Its cloth for the top bar, woven once: every page shows it.</summary>
    public HtmlString Swatch => field ??= CompanyCloth.Swatch(Id, Ui.BrandColour.From(BrandColour));
}

/// <param name="Theme"><c>light</c>, <c>dark</c> or <c>system</c>.</param>
public sealed record ShellPerson(Guid Id, string Name, string Role, string Theme, IReadOnlySet<string> Permissions)
{
    /// <summary>By when the company asks them for a second factor, as long as they have none.</summary>
    public DateTimeOffset? FactorDue { get; init; }

    public bool Can(string permission) => Permissions.Contains(permission);

    /// <summary>Whoever is here for the audit log is led to nothing else.</summary>
    public bool OnlyReadsTheLog => Can(Web.Kernel.Permission.AuditRead) && !Can(Web.Kernel.Permission.CrmRead) && !Can(Web.Kernel.Permission.SettingsManage);
}

public static class ShellOfRequest
{
    public static Shell Shell(this HttpContext context) => context.Features.Get<Shell>() ?? new Shell(null, null);
}
