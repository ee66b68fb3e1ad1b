using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Web.Mail;

/// <summary>A room's texts in the language of whoever reads the letter, which need not be the language of the request.</summary>
internal sealed class LetterWords(Type texts, string locale)
{
    private const int LongestLine = 300;
    private static readonly ConcurrentDictionary<Type, ResourceManager> Known = [];
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(locale);

    public string? Find(string key, params object[] arguments) =>
        Known.GetOrAdd(texts, type => new ResourceManager(type)).GetString(key, culture) is { } text ? string.Format(culture, text, arguments) : null;

    public string Say(string key, params object[] arguments) => Find(key, arguments) ?? throw new InvalidOperationException($"{texts.Name} has no {key}.");

    /// <summary>What may stand in a header: one line without control characters.</summary>
    public static string OneLine(string text)
    {
        var line = string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)).Trim();
        return line.Length <= LongestLine ? line : line[..LongestLine];
    }
}
