using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Web.Ui;

/// <summary>A person as one character in a calm tint that stays theirs.</summary>
public readonly record struct Avatar(string Initial, int Tint)
{
    public const int Tints = 6;

    /// <summary>The first character of the name as written: the family name's in Japanese, the initial in Latin.</summary>
    public static Avatar Of(string? name, Guid id)
    {
        var words = (name ?? "").Trim().Normalize(NormalizationForm.FormKC);
        var first = words.Length == 0 ? "?" : StringInfo.GetNextTextElement(words).ToUpperInvariant();
        return new(first, (int)(Hash.Of(id, 7) % Tints) + 1);
    }

    /// <summary>Read aloud as the name, unless the name stands beside it (<paramref name="named"/>).</summary>
    public static HtmlString Html(string? name, Guid id, bool large = false, bool named = false)
    {
        var (initial, tint) = Of(name, id);
        var safe = HtmlEncoder.Default;
        var about = named || string.IsNullOrWhiteSpace(name) ? "aria-hidden=\"true\"" : $"role=\"img\" aria-label=\"{safe.Encode(name)}\" title=\"{safe.Encode(name)}\"";
        return new($"""<span class="avatar{(large ? " large" : "")} tint-{tint.ToString(CultureInfo.InvariantCulture)}" {about}>{safe.Encode(initial)}</span>""");
    }
}
