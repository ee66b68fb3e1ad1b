using System.Globalization;
using System.Resources;

namespace Web.Language;

/// <summary>The sentences of this room, by language. English stands where a language has none.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new("Web.Language.LanguageTexts", typeof(Texts).Assembly);
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    public static string Get(string key, string locale, params ReadOnlySpan<object?> values)
    {
        var culture = IsJapanese(locale) ? Japanese : CultureInfo.InvariantCulture;
        var text = Resources.GetString(key, culture) ?? key;
        return values.IsEmpty ? text : string.Format(culture, text, values);
    }

    public static bool IsJapanese(string locale) => locale.StartsWith("ja", StringComparison.OrdinalIgnoreCase);
}
