using System.Globalization;
using System.Resources;

namespace Web.Insights.Charts;

/// <summary>The words in and around a picture, in the reader's language.</summary>
internal static class ChartsTexts
{
    private static readonly ResourceManager Texts = new("Web.Insights.Charts.ChartsTexts", typeof(ChartsTexts).Assembly);

    public static CultureInfo Culture(string locale) => CultureInfo.GetCultureInfo(locale == "ja" ? "ja-JP" : "en-US");

    public static string Get(string key, string locale, params object[] args)
    {
        var culture = Culture(locale);
        return string.Format(culture, Texts.GetString(key, culture) ?? key, args);
    }
}
