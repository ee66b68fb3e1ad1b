using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Web.Insights.Assistant.Answers;

/// <summary>The shape and colour that a series has in the chart, beside its name in the table.</summary>
internal static class SeriesMark
{
    private static readonly string[] Shapes =
    [
        """<circle cx="4.5" cy="4.5" r="3.5"/>""", """<path d="M1 1h7v7h-7z"/>""", """<path d="M4.5 .8 8.3 8H.7z"/>""", """<path d="M4.5 .3 8.7 4.5 4.5 8.7 .3 4.5z"/>""",
    ];

    /// <param name="place">From 1.</param>
    public static HtmlString Html(int place) => new(
        $"""<svg class="series-mark series-{(((place - 1) % 8) + 1).ToString(CultureInfo.InvariantCulture)}" viewBox="0 0 9 9" aria-hidden="true">{Shapes[(place - 1) % 4]}</svg>""");
}
