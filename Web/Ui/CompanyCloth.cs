using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Web.Ui;

/// <summary>A company's stripes: woven from its id and its colour, the same wherever it is shown.</summary>
public static class CompanyCloth
{
    private const int Stripes = 20;
    private static readonly int[] Widths = [1, 2, 3, 5, 8, 13];

    /// <summary>22 px for the top bar; also the strip of an empty place.</summary>
    public static HtmlString Swatch(Guid tenantId, BrandColour brand)
    {
        var (darks, mids, light) = Dyes(brand);
        var svg = new StringBuilder(700);
        svg.Append("""<svg xmlns="http://www.w3.org/2000/svg" class="cloth" viewBox="0 0 22 22" width="22" height="22" preserveAspectRatio="xMidYMid slice" aria-hidden="true">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="22" height="22" fill="{light}"/>""");
        var state = Hash.Of(tenantId, 1);
        for (int x = 0, i = 0; x < 22; i++)
        {
            state = Hash.Mix(state);
            var width = Math.Min(22 - x, i % 3 == 1 ? Widths[state % 2] : Widths[2 + state % 3]);
            var fill = i % 3 == 1 ? mids[state / 8 % 2] : i % 3 == 0 ? darks[state / 8 % 2] : mids[0];
            Draw(svg, [(width, fill)], 1, 22, x);
            x += width + 1 + (int)(state / 32 % 2);
        }
        return new(svg.Append("</svg>").ToString());
    }

    /// <summary>For the sign-in page: stripes two to three times as wide, with the weave and slubs.</summary>
    public static HtmlString Large(Guid tenantId, BrandColour brand)
    {
        const int height = 900;
        var stripes = Weave(tenantId, brand);
        const double scale = 2.5;
        var period = stripes.Sum(s => s.Width) * scale;
        const int width = 640;
        var svg = new StringBuilder(4096);
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" class="cloth" viewBox="0 0 {width} {height}" preserveAspectRatio="xMinYMid slice" aria-hidden="true">""");
        svg.Append("""<defs><pattern id="weave" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h2v2h-2zM2 2h2v2h-2z" fill="#000" fill-opacity=".13"/><path d="M0 3.5h4" stroke="#fff" stroke-opacity=".045"/></pattern></defs>""");
        for (var x = 0.0; x < width; x += period) Draw(svg, stripes, scale, height, x);
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{width}" height="{height}" fill="url(#weave)"/>""");
        Slubs(svg, tenantId, width, height);
        return new(svg.Append("</svg>").ToString());
    }

    private static void Draw(StringBuilder svg, IEnumerable<(int Width, string Fill)> stripes, double scale, int height, double x)
    {
        foreach (var (width, fill) in stripes)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x:0.#}" width="{width * scale + 0.3:0.#}" height="{height}" fill="{fill}"/>""");
            x += width * scale;
        }
    }

    private static void Slubs(StringBuilder svg, Guid id, int width, int height)
    {
        var state = Hash.Of(id, 3);
        for (var i = 0; i < 18; i++)
        {
            state = Hash.Mix(state);
            var (x, y, length) = (state % (ulong)width, state / 1024 % (ulong)height, 24 + state / 4096 % 40);
            svg.Append(CultureInfo.InvariantCulture, $"""<ellipse cx="{x}" cy="{y}" rx="{length / 2}" ry="{(i % 3 == 0 ? "1.6" : "1")}" fill="#fff" fill-opacity=".3"/>""");
        }
    }

    // Wide stripes are dark and quiet, the widest among them; lights are thin, so that the cloth stays cloth.
    private static List<(int Width, string Fill)> Weave(Guid id, BrandColour brand)
    {
        var (darks, mids, light) = Dyes(brand);
        var state = Hash.Of(id, 1);
        var list = new List<(int, string)>(Stripes);
        for (var i = 0; i < Stripes; i++)
        {
            state = Hash.Mix(state);
            var wide = i % 2 == 0;
            var pick = (int)(state / 64 % 10);
            var fill = wide ? pick < 8 ? darks[pick % 2] : mids[0] : pick < 3 ? light : pick < 7 ? mids[pick % 2] : darks[pick % 2];
            var width = fill == light ? Widths[0] : Widths[wide ? 3 + (int)(state % 3) : 1 + (int)(state % 3)];
            list.Add((width, fill));
        }
        return list;
    }

    private static (string[] Darks, string[] Mids, string Light) Dyes(BrandColour brand)
    {
        string Dye(double l, double c) => (brand.Colour with { L = l, C = Math.Min(brand.Colour.C, c) }).Hex();
        return ([Dye(0.24, 0.035), Dye(0.31, 0.05)], [Dye(0.44, 0.085), Dye(0.58, 0.1)], Dye(0.93, 0.04));
    }
}
