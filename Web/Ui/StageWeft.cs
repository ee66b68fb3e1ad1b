using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Web.Ui;

/// <summary>How a deal's way through the stages stands.</summary>
public enum StageState { Open, Won, Lost }

/// <summary>A thread over and under the stages. Always stands beside the stage's name, so it is hidden from readers.</summary>
public static class StageWeft
{
    private const int Wide = 1000;
    private static readonly ConcurrentDictionary<(int, int, StageState, bool), HtmlString> Drawn = new();

    /// <summary>56 px for a row. <paramref name="current"/> counts from 0.</summary>
    public static HtmlString Row(int stages, int current, StageState state = StageState.Open) => Of(stages, current, state, large: false);

    /// <summary>As wide as its place, for the deal's page; the names stand below in <c>.stage-names</c>.</summary>
    public static HtmlString Large(int stages, int current, StageState state = StageState.Open) => Of(stages, current, state, large: true);

    /// <summary>Under a column's head, as thick as its part (0 to 1) of the greatest weighted sum.</summary>
    public static HtmlString Column(double share)
    {
        var thick = (1.5 + 5.5 * Math.Clamp(double.IsFinite(share) ? share : 0, 0, 1)).ToString("0.#", CultureInfo.InvariantCulture);
        return new($"""<svg class="column-weft" aria-hidden="true"><line x2="100%" y1="8" y2="8" stroke-width="{thick}"/></svg>""");
    }

    /// <summary>How much of a goal is reached, and where today would be if it came evenly.</summary>
    public static HtmlString Goal(double reached, double? today = null, int warps = 20)
    {
        var svg = Open("weft goal-weft", Wide, 26);
        var end = Wide * Math.Clamp(double.IsFinite(reached) ? reached : 0, 0, 1);
        Line(svg, "hair", 0, 13, Wide, 13);
        var from = 0.0;
        for (var i = 0; i <= warps; i++)
        {
            var x = (double)Wide * i / warps;
            if (i % 2 == 0 || x > end) { Line(svg, "warp", x, 3, x, 23); continue; }
            Line(svg, "thread", from, 13, x - 4, 13);
            Line(svg, "over", x, 3, x, 23);
            from = x + 4;
        }
        if (from < end) Line(svg, "thread", from, 13, end, 13);
        if (today is { } t && double.IsFinite(t)) Line(svg, "today", Wide * Math.Clamp(t, 0, 1), 0, Wide * Math.Clamp(t, 0, 1), 26);
        return Close(svg);
    }

    private static HtmlString Of(int stages, int current, StageState state, bool large)
    {
        var count = Math.Clamp(stages, 1, 40);
        return Drawn.GetOrAdd((count, Math.Clamp(current, 0, count - 1), state, large), static key => Draw(key.Item1, key.Item2, key.Item3, key.Item4));
    }

    private static HtmlString Draw(int stages, int current, StageState state, bool large)
    {
        var (width, height, gap) = large ? (Wide, 20, 3.5) : (56, 12, 2.5);
        var middle = height / 2.0;
        var kind = state switch { StageState.Won => " won", StageState.Lost => " lost", _ => "" };
        var svg = Open($"weft{(large ? " large" : "")}{kind}", width, height, fixedSize: !large);
        double Warp(int i) => (double)width * (large ? i + 1 : i + 0.5) / stages;
        var now = width * (current + 0.5) / stages;
        var end = state == StageState.Won ? width : now;
        var warps = large ? stages - 1 : stages;
        var (top, bottom) = (large ? 0 : 1, large ? height : height - 1);

        if (end < width) Line(svg, "hair", end, middle, width, middle);
        var from = 0.0;
        for (var i = 0; i < warps; i++)
        {
            var x = Warp(i);
            var over = x < end && (large ? i % 2 == 0 : i % 2 == 1) && (state == StageState.Won || x < now);
            if (!over) { Line(svg, "warp", x, top + (large ? 2 : 0), x, bottom - (large ? 2 : 0)); continue; }
            Line(svg, "thread", from, middle, x - gap, middle);
            Line(svg, "over", x, top, x, bottom);
            from = x + gap;
        }
        if (from < end) Line(svg, "thread", from, middle, end, middle);
        if (state == StageState.Lost) Cross(svg, now, middle, large ? 5 : 3);
        else if (state == StageState.Open) Slub(svg, now, middle, large);
        return Close(svg);
    }

    private static void Slub(StringBuilder svg, double x, double y, bool large)
    {
        if (large) Line(svg, "slub-thread", x - 2, y, x + 2, y);
        else svg.Append(CultureInfo.InvariantCulture, $"""<ellipse class="slub" cx="{x:0.##}" cy="{y:0.##}" rx="4" ry="3"/>""");
    }

    private static void Cross(StringBuilder svg, double x, double y, double r)
    {
        Line(svg, "cross", x - r, y - r, x + r, y + r);
        Line(svg, "cross", x - r, y + r, x + r, y - r);
    }

    private static StringBuilder Open(string kind, int width, int height, bool fixedSize = false) => new StringBuilder(640).Append(
        CultureInfo.InvariantCulture,
        $"""<svg class="{kind}" viewBox="0 0 {width} {height}"{(fixedSize ? $" width=\"{width}\" height=\"{height}\"" : " preserveAspectRatio=\"none\"")} aria-hidden="true">""");

    private static void Line(StringBuilder svg, string kind, double x1, double y1, double x2, double y2) => svg.Append(
        CultureInfo.InvariantCulture, $"""<line class="{kind}" x1="{x1:0.##}" y1="{y1:0.##}" x2="{x2:0.##}" y2="{y2:0.##}"/>""");

    private static HtmlString Close(StringBuilder svg) => new(svg.Append("</svg>").ToString());
}
