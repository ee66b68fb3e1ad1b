using System.Collections.Frozen;
using System.Globalization;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// What codes of countries stand for, in English and Japanese: the two and three letters of ISO 3166 as the platform knows them, and beside them
/// the Olympic ones and what people say for short.
/// </summary>
internal static class CountryCodes
{
    private const string Said = """
        jp 日本|jpn 日本|us USA America アメリカ 米国|usa America アメリカ 米国|gb UK Britain Great_Britain イギリス 英国|gbr UK Britain イギリス 英国|uk United_Kingdom Britain イギリス 英国|kr Korea South_Korea 韓国|kor Korea South_Korea 韓国|nl Holland|nld Holland|ned Netherlands Holland オランダ
        ae UAE|are UAE|cz Czech_Republic|cze Czech_Republic|cn 中国|chn 中国|hk Hong_Kong 香港|mo Macau マカオ|tr Turkey|tur Turkey|ger Germany ドイツ|tpe Taiwan 台湾|vie Vietnam ベトナム|sui Switzerland スイス|den Denmark デンマーク|rsa South_Africa 南アフリカ|gre Greece ギリシャ|por Portugal ポルトガル
        cro Croatia クロアチア|bul Bulgaria ブルガリア|phi Philippines フィリピン|ina Indonesia インドネシア|mas Malaysia マレーシア|ksa Saudi_Arabia サウジアラビア|uae United_Arab_Emirates アラブ首長国連邦|iri Iran イラン|slo Slovenia スロベニア|lat Latvia ラトビア|uru Uruguay ウルグアイ|par Paraguay パラグアイ|chi Chile チリ|alg Algeria アルジェリア|ngr Nigeria ナイジェリア
        """;

    public static FrozenDictionary<string, string[]> Words { get; } = Build();

    private static FrozenDictionary<string, string[]> Build()
    {
        Dictionary<string, string[]> words = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (code, said) in ValueWords.Table(Said)) words[code] = said;
        foreach (var (two, three, names) in Regions())
        {
            foreach (var code in new[] { two, three })
            {
                words[code] = [.. (words.TryGetValue(code, out var said) ? said : [code]).Concat(names).Distinct(StringComparer.OrdinalIgnoreCase)];
            }
        }
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every region that some culture of the platform is of.</summary>
    private static List<(string Two, string Three, string[] Names)> Regions()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja");
            return
            [
                .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(culture => culture.Name[^3] == '-').Select(culture => (Region: new RegionInfo(culture.Name), Japanese: InBrackets(culture.DisplayName)))
                    .Where(one => one.Region.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] && one.Japanese.Length > 0)
                    .DistinctBy(one => one.Region.TwoLetterISORegionName).OrderBy(one => one.Region.TwoLetterISORegionName, StringComparer.Ordinal)
                    .Select(one => (one.Region.TwoLetterISORegionName, one.Region.ThreeLetterISORegionName, new[] { one.Region.EnglishName, one.Japanese })),
            ];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>A region tells its name only in its own language, a culture also that of its region: ドイツ語 (オーストリア).</summary>
    private static string InBrackets(string culture) => culture.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? culture[(open + 1)..].TrimEnd(')').Split([',', '、'], StringSplitOptions.TrimEntries)[^1] : "";
}
