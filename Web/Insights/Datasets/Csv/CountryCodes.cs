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
        foreach (var region in CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => culture.Name.Split('-')[^1]).Where(code => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => new RegionInfo(code)))
        {
            string[] names = [region.EnglishName, InJapanese(region)];
            foreach (var code in new[] { region.TwoLetterISORegionName, region.ThreeLetterISORegionName })
            {
                words[code] = [.. (words.TryGetValue(code, out var said) ? said : [code]).Concat(names).Distinct(StringComparer.OrdinalIgnoreCase)];
            }
        }
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The platform names a region in the language of whoever asks.</summary>
    private static string InJapanese(RegionInfo region)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja");
            return new RegionInfo(region.Name).DisplayName;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
