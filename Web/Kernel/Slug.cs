using System.Text.RegularExpressions;

namespace Web.Kernel;

/// <summary>A company's name in its address: 2 to 40 lower-case letters, digits and single hyphens, none at an end.</summary>
public static partial class Slug
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
        { "www", "api", "app", "admin", "mail", "smtp", "ftp", "status", "docs", "help", "support", "static", "assets", "cdn", "blog", "billing", "auth", "login", "platform" };

    public static bool IsValid(string text) => text.Length is >= 2 and <= 40 && Form().IsMatch(text);

    public static bool IsReserved(string text) => Reserved.Contains(text);

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
