using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Web.Kernel;

/// <summary>A company's name in its address: 2 to 40 lower-case letters, digits and single hyphens, none at an end.</summary>
public static partial class Slug
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
        { "www", "api", "app", "admin", "mail", "smtp", "ftp", "status", "docs", "help", "support", "static", "assets", "cdn", "blog", "billing", "auth", "login", "platform",
          "mx", "ns", "ns1", "ns2", "dns", "imap", "pop", "webmail", "postmaster", "hostmaster", "webmaster", "abuse", "security", "autodiscover", "autoconfig", "wpad", "isatap",
          "localhost", "root", "www1", "web", "test", "staging", "dev", "demo", "secure", "account", "accounts", "settings", "signup", "sign-up", "signin", "sign-in", "tsumugi", "about", "internal", "system" };

    private static readonly HashSet<string> Forms = new(StringComparer.Ordinal) { "inc", "llc", "ltd", "limited", "kk", "k", "co", "corp", "corporation", "company", "gmbh", "ag", "sa", "bv", "plc", "pty" };

    public static bool IsValid(string text) => text.Length is >= 2 and <= 40 && Form().IsMatch(text);

    public static bool IsReserved(string text) => Reserved.Contains(text);

    /// <summary>What an address might be for a company of this name; null where its letters say nothing here.</summary>
    public static string? IdeaFor(string? name)
    {
        if (name is null) return null;
        var plain = string.Concat(name.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
        var words = NoLetters().Split(plain).Where(word => word.Length > 0).ToList();
        while (words.Count > 1 && Forms.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        var idea = "";
        foreach (var word in words.TakeWhile(word => idea.Length + word.Length < 30)) idea = idea.Length == 0 ? word : $"{idea}-{word}";
        return IsValid(idea) && !IsReserved(idea) ? idea : null;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoLetters();

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
