using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Web.Insights.Assistant.Answers;

namespace Web.Insights.Assistant;

/// <summary>The words with their marks; written in one piece, because a space between two marks would be seen in Japanese.</summary>
internal static class Utterance
{
    private static readonly HtmlEncoder Safe = HtmlEncoder.Create(UnicodeRanges.All);

    public static HtmlString Html(IEnumerable<WordPart> parts, string unexplained)
    {
        var html = new StringBuilder();
        foreach (var part in parts)
        {
            html.Append(part switch
            {
                { Slot: { } slot } => $"""<span data-thread="{Safe.Encode(slot)}">{Safe.Encode(part.Text)}</span>""",
                { Unexplained: true } => $"""<span class="unexplained" title="{Safe.Encode(unexplained)}">{Safe.Encode(part.Text)}</span>""",
                _ => Safe.Encode(part.Text),
            });
        }
        return new HtmlString(html.ToString());
    }
}
