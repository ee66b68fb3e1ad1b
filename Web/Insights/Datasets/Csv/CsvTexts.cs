using System.Globalization;
using System.Resources;

namespace Web.Insights.Datasets.Csv;

/// <summary>What a fault or an assumption is, and what to do about it, by its code.</summary>
public static class CsvTexts
{
    private static readonly ResourceManager Texts = new("Web.Insights.Datasets.Csv.CsvTexts", typeof(CsvTexts).Assembly);

    public static string Get(string code, string locale) =>
        Texts.GetString(code, CultureInfo.GetCultureInfo(locale == "ja" ? "ja-JP" : "en-US")) ?? code;
}
