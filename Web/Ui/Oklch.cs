using System.Globalization;

namespace Web.Ui;

/// <summary>A colour as lightness (0 to 1), chroma and hue (degrees).</summary>
public readonly record struct Oklch(double L, double C, double H)
{
    /// <summary>Reads <c>#rgb</c> or <c>#rrggbb</c>.</summary>
    public static bool TryParse(string? text, out Oklch colour)
    {
        colour = default;
        var hex = (text ?? "").Trim().TrimStart('#');
        if (hex.Length == 3) hex = string.Concat(hex.Select(c => $"{c}{c}"));
        if (hex.Length != 6 || !int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)) return false;
        colour = FromLinear(Linear(rgb >> 16 & 255), Linear(rgb >> 8 & 255), Linear(rgb & 255));
        return true;
    }

    public string Hex()
    {
        var (r, g, b) = Fit().Channels();
        return string.Create(CultureInfo.InvariantCulture, $"#{Byte(r):x2}{Byte(g):x2}{Byte(b):x2}");
    }

    /// <summary>Relative luminance as the contrast rule of WCAG takes it, of the colour as it will be shown.</summary>
    public double Luminance()
    {
        var hex = Hex();
        double At(int i) => Linear(int.Parse(hex.AsSpan(i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return 0.2126 * At(1) + 0.7152 * At(3) + 0.0722 * At(5);
    }

    public double Contrast(Oklch other)
    {
        var (a, b) = (Luminance(), other.Luminance());
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The degrees between two hues, 0 to 180.</summary>
    public double HueDistance(Oklch other)
    {
        var d = Math.Abs(H - other.H) % 360;
        return d > 180 ? 360 - d : d;
    }

    // Chroma gives way until a screen can show the colour.
    private Oklch Fit()
    {
        var colour = this with { L = Math.Clamp(L, 0, 1) };
        while (colour.C > 0 && !colour.Shown()) colour = colour with { C = Math.Max(0, colour.C - 0.002) };
        return colour;
    }

    private bool Shown()
    {
        var (r, g, b) = Channels();
        return r is >= -0.0005 and <= 1.0005 && g is >= -0.0005 and <= 1.0005 && b is >= -0.0005 and <= 1.0005;
    }

    private (double R, double G, double B) Channels()
    {
        var (a, b) = (C * Math.Cos(H * Math.PI / 180), C * Math.Sin(H * Math.PI / 180));
        var l = Cube(L + 0.3963377774 * a + 0.2158037573 * b);
        var m = Cube(L - 0.1055613458 * a - 0.0638541728 * b);
        var s = Cube(L - 0.0894841775 * a - 1.2914855480 * b);
        return (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static Oklch FromLinear(double r, double g, double b)
    {
        var l = Math.Cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        var m = Math.Cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        var s = Math.Cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        var x = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        var y = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        var hue = Math.Atan2(y, x) * 180 / Math.PI;
        return new(0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, Math.Sqrt(x * x + y * y), hue < 0 ? hue + 360 : hue);
    }

    private static double Cube(double v) => v * v * v;
    private static double Linear(int channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    private static int Byte(double linear)
    {
        var c = Math.Clamp(linear, 0, 1);
        return (int)Math.Round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.Pow(c, 1 / 2.4) - 0.055));
    }
}
