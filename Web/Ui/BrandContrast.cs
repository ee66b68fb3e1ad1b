using System.Globalization;

namespace Web.Ui;

/// <summary>Whether a colour can carry words (WCAG 2.2 AA, 4.5 to 1), and what it becomes in light and dark.</summary>
/// <param name="Ratio">Of the colour as given against white.</param>
/// <param name="Nearest">The nearest colour that can, where this one cannot: the same hue, darker.</param>
public sealed record BrandContrast(BrandColour Brand, double Ratio, string? Nearest)
{
    public const double Needed = 4.5;
    private static readonly Oklch White = Parse("#ffffff"), DarkSheet = Parse("#121a2a");

    /// <summary>As people read it, never rounded up to what is needed.</summary>
    public string Written => (Math.Floor(Ratio * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>What stands on what, and how well it is read.</summary>
    public IReadOnlyList<ContrastPair> Pairs =>
    [
        Pair("Button", dark: false, "#ffffff", Brand.Button), Pair("Link", dark: false, Brand.Button, "#ffffff"),
        Pair("Button", dark: true, "#ffffff", Brand.DarkButton), Pair("Link", dark: true, Brand.DarkLink, "#121a2a"),
    ];

    /// <returns>Null: that is no colour of the form <c>#rrggbb</c>.</returns>
    public static BrandContrast? Of(string? hex)
    {
        if (hex?.Trim() is not { Length: 7 } text || text[0] != '#' || !text.Skip(1).All(char.IsAsciiHexDigit) || !Oklch.TryParse(text, out var colour)) return null;
        var ratio = colour.Contrast(White);
        return new(BrandColour.From(text), ratio, ratio >= Needed ? null : Darker(colour));
    }

    private static string Darker(Oklch colour)
    {
        while (colour.L > 0 && colour.Contrast(White) < Needed) colour = colour with { L = colour.L - 0.004 };
        return colour.Hex();
    }

    private static ContrastPair Pair(string what, bool dark, string text, string ground) => new(what, dark, text, ground, Parse(text).Contrast(Parse(ground)));

    private static Oklch Parse(string hex) => Oklch.TryParse(hex, out var colour) ? colour : default;
}

/// <param name="What"><c>Button</c> or <c>Link</c>.</param>
public sealed record ContrastPair(string What, bool Dark, string Text, string Ground, double Ratio)
{
    public bool Holds => Ratio >= BrandContrast.Needed;

    public string Written => (Math.Floor(Ratio * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);
}
