namespace Web.Ui;

/// <summary>
/// What a tenant's one colour becomes: readable values for light and dark, made by keeping its hue and giving way in chroma and lightness.
/// </summary>
public sealed record BrandColour
{
    private const double Readable = 4.5, MostChroma = 0.15;
    private static readonly Oklch White = Parse("#ffffff"), DarkSheet = Parse("#121a2a"), Kaki = Parse("#ad4415"), Beni = Parse("#ae203d");

    /// <summary>The house's own indigo, for tenants that gave none.</summary>
    public static readonly BrandColour House = new(Parse("#23498a"), given: "#23498a");

    private BrandColour(Oklch colour, string given)
    {
        Given = given;
        Colour = colour with { C = Math.Min(colour.C, MostChroma) };
        Button = Darken(Colour).Hex();
        DarkButton = Darken(Colour with { L = Math.Max(Colour.L, 0.5) }).Hex();
        DarkLink = Lighten(Colour).Hex();
        Soft = (Colour with { L = 0.945, C = Math.Min(Colour.C, 0.025) }).Hex();
        DarkSoft = (Colour with { L = 0.29, C = Math.Min(Colour.C, 0.05) }).Hex();
        Selvedge = (Colour with { L = 0.72, C = Math.Min(Colour.C, 0.12) }).Hex();
        ClothOnly = Colour.C > 0.03 && (Colour.HueDistance(Kaki) < 20 || Colour.HueDistance(Beni) < 20);
    }

    /// <summary>As the tenant wrote it.</summary>
    public string Given { get; }
    public Oklch Colour { get; }
    /// <summary>The sign-in button and, in light, its links: white on it and it on white hold 4.5.</summary>
    public string Button { get; }
    public string DarkButton { get; }
    public string DarkLink { get; }
    public string Soft { get; }
    public string DarkSoft { get; }
    /// <summary>The dashed thread at the rail's edge.</summary>
    public string Selvedge { get; }
    /// <summary>Too near the colours that mean late or wrong: it shows in cloth and selvedge, never on a button.</summary>
    public bool ClothOnly { get; }
    /// <summary>Whether the button differs from what was given, which is shown before saving.</summary>
    public bool Changed => ClothOnly || !string.Equals(Given, Button, StringComparison.OrdinalIgnoreCase);

    public static BrandColour From(string? hex) =>
        !Oklch.TryParse(hex, out var colour) || string.Equals(hex!.Trim(), House.Given, StringComparison.OrdinalIgnoreCase) ? House : new(colour, hex.Trim());

    /// <summary>The tenant's small style sheet; the house's own colour needs none.</summary>
    public string StyleSheet() => ReferenceEquals(this, House) ? "" : ClothOnly
        ? $":root{{--brand2:{Selvedge}}}"
        : $":root{{--brand:light-dark({Button},{DarkButton});--brand-link:light-dark({Button},{DarkLink});--brand-soft:light-dark({Soft},{DarkSoft});--brand2:{Selvedge}}}";

    private static Oklch Darken(Oklch colour)
    {
        while (colour.L > 0 && colour.Contrast(White) < Readable) colour = colour with { L = colour.L - 0.005 };
        return colour;
    }

    private static Oklch Lighten(Oklch colour)
    {
        while (colour.L < 1 && colour.Contrast(DarkSheet) < Readable + 1) colour = colour with { L = colour.L + 0.005 };
        return colour;
    }

    private static Oklch Parse(string hex) => Oklch.TryParse(hex, out var colour) ? colour : default;
}
