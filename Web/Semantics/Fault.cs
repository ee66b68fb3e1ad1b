using System.Globalization;

namespace Web.Semantics;

/// <summary>One thing wrong with a query: where (a JSON pointer into it), what (a stable snake_case code) and the words to say so.</summary>
/// <param name="Pointer">For instance <c>/measures/0/field</c>; empty for the query as a whole.</param>
/// <param name="Code">Also the key of the message in <c>SemanticsTexts</c>.</param>
/// <param name="Args">What the message names: field, limit, value. Untrusted text, to be encoded where it is shown.</param>
public sealed record Fault(string Pointer, string Code, params IReadOnlyList<string> Args)
{
    /// <summary>What is wrong and what to do, in <paramref name="locale"/> (<c>ja</c> or <c>en</c>).</summary>
    public string MessageIn(string locale) => SemanticsTexts.Get(Code, locale, [.. Args]);
}

/// <summary>What checking a query came to.</summary>
public abstract record CheckOutcome
{
    /// <summary>The query fits; only this can be compiled.</summary>
    public sealed record Fits(CheckedQuery Query) : CheckOutcome;

    /// <summary>At least one fault; each is named once, at its place.</summary>
    public sealed record Faulty(IReadOnlyList<Fault> Faults) : CheckOutcome;

    /// <summary>Absent, another tenant's or forbidden: these cannot be told apart, and nothing else is said about the query.</summary>
    public sealed record NoDataset(string Key) : CheckOutcome;
}

/// <summary>The sentences of this room, in the reader's language.</summary>
public static class SemanticsTexts
{
    private static readonly System.Resources.ResourceManager Texts =
        new("Web.Semantics.SemanticsTexts", typeof(SemanticsTexts).Assembly);

    public static string Get(string key, string locale, params object[] args)
    {
        var culture = CultureInfo.GetCultureInfo(locale == "ja" ? "ja" : "en");
        return string.Format(culture, Texts.GetString(key, culture) ?? key, args);
    }
}
