namespace Web.Ui;

/// <summary>The two languages that everything is written in.</summary>
public static class Locales
{
    public const string Cookie = "tsumugi-language";

    public static IReadOnlyList<string> All { get; } = ["ja", "en"];

    /// <summary>The language itself when it is one of ours.</summary>
    public static string? Known(string? name) => name is "ja" or "en" ? name : null;

    /// <summary>What a browser prefers of the two, by its Accept-Language; English when it says neither.</summary>
    public static string Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known(language.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(language => language is not null) ?? "en";

    /// <summary>The language of the request being answered.</summary>
    public static string Current => Known(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? "en";
}
