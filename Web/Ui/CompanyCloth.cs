using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Web.Ui;

/// <summary>A company's stripes: woven from its id and its colour, the same wherever it is shown.</summary>
public static class CompanyCloth
{
    private const int Stripes = 20;
    private static readonly int[] Widths = [1, 2, 3, 5, 8, 13];

    /// <summary>22 px for the top bar; also a favicon or the strip of an empty place.</summary>
    public static HtmlString Swatch(Guid tenantId, BrandColour brand)
    {
        var svg = new StringBuilder(900);
        var stripes = Weave(tenantId, brand);
        var width = 0;
        var count = 0;
        while (count < stripes.Count && width < 22) width += stripes[count++].Width;
        svg.Append("""<svg xmlns="http://www.w3.org/2000/svg" class="cloth" viewBox="0 0 22 22" width="22" height="22" preserveAspectRatio="xMidYMid slice" aria-hidden="true">""");
        Draw(svg, stripes.Take(count), 1, 22, 0);
        return new(svg.Append("</svg>").ToString());
    }

    /// <summary>For the sign-in page: stripes two to three times as wide, with the weave and slubs.</summary>
    public static HtmlString Large(Guid tenantId, BrandColour brand)
    {
        const int height = 900;
        var stripes = Weave(tenantId, brand);
        var scale = 2.5;
        var period = stripes.Sum(s => s.Width) * scale;
        const int width = 640;
        var svg = new StringBuilder(4096);
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" class="cloth" viewBox="0 0 {width} {height}" preserveAspectRatio="xMinYMid slice" aria-hidden="true">""");
        svg.Append("""<defs><pattern id="weave" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h2v2h-2zM2 2h2v2h-2z" fill="#000" fill-opacity=".2"/><path d="M0 3.5h4" stroke="#fff" stroke-opacity=".07"/></pattern></defs>""");
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
        var hue = brand.Colour;
        string Dye(double l, double c) => (hue with { L = l, C = Math.Min(hue.C, c) }).Hex();
        string[] darks = [Dye(0.25, 0.05), Dye(0.33, 0.075)], mids = [Dye(0.46, 0.11), Dye(0.6, 0.13)];
        var light = Dye(0.93, 0.04);
        var state = Hash.Of(id, 1);
        var list = new List<(int, string)>(Stripes);
        for (var i = 0; i < Stripes; i++)
        {
            state = Hash.Mix(state);
            var wide = i % 2 == 0;
            var width = Widths[wide ? 3 + (int)(state % 3) : (int)(state % 3)];
            var pick = state / 64 % 10;
            var fill = wide ? pick < 7 ? darks[pick % 2] : mids[0] : pick < 3 ? light : pick < 7 ? mids[pick % 2] : darks[pick % 2];
            list.Add((width, fill));
        }
        return list;
    }
}
