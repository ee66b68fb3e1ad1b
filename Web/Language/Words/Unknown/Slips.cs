using Web.Semantics;

namespace Web.Language;

/// <summary>An English word that was typed or cut otherwise than it is called here; one that is right as it is stays as it is.</summary>
internal static class Slips
{
    public static bool Mend(Unknowns unknowns, int i)
    {
        var token = unknowns.First(i);
        if (token.Script == Script.Word && WrittenOut(unknowns, i, token) is { } full) return unknowns.Mend(i, full, ofLanguage: false);
        if (token.Script != Script.Word || token.Raw.Length is < 2 or > 24) return false;
        if (Derived(unknowns, token) is { } derived) return unknowns.Mend(i, derived, ofLanguage: false);
        return Corrected(unknowns, token) is ({ } corrected, var ofLanguage) && unknowns.Mend(i, corrected, ofLanguage);
    }

    /// <summary>"ww gross" of a worldwide gross: a usual short form of a word that is here.</summary>
    private static Token? WrittenOut(Unknowns unknowns, int i, Token token) =>
        i + 1 < unknowns.Count && unknowns.PlaceOf(i) != Place.Grouped && Abbreviations.Certain(token.Raw).ToList() is [var word] && unknowns.Lexicon.Words.TryGetValue(word, out var stem) && unknowns.Lexicon.Contract.Columns.Any(c => c.Role == ColumnRole.Measure && ColumnForms.NamesOf(c).Any(name => name.Any(t => t.Text == stem) && name.Any(t => t.Text == unknowns.First(i + 1).Text))) ? token with { Text = stem, Raw = word } : null;

    private static (Token? Corrected, bool OfLanguage) Corrected(Unknowns unknowns, Token token)
    {
        var named = Typos.InNames(token.Raw, unknowns.Lexicon.Words);
        if (token.Raw.Length < 5 && unknowns.Lexicon.Contract.Columns.Any(c => c.Values?.Any(value => value.Contains(token.Raw, StringComparison.OrdinalIgnoreCase) && Tokens.Of(value).Exists(t => t.Raw == token.Raw)) == true)) return (null, false); // Teh Co
        if (unknowns.Sheet.SlipOf(token.Raw) is { } said && (named is null || named == Stem.Of(said)))
            return (token with { Text = Stem.Of(said), Raw = said }, true);
        if (Typos.IsRight(token.Raw)) return (Shorter(unknowns, token), false);
        if (named is not null) return (token with { Text = named }, false);
        if (Typos.InValues(token.Raw, unknowns.Lexicon.ValueWords) is { } value) return (token with { Text = value }, false);
        return (Shorter(unknowns, token), false);
    }

    /// <summary>"faulty" for Fault, "remotely" for Remote, "allergic" for allergy.</summary>
    private static Token? Derived(Unknowns unknowns, Token token)
    {
        bool Fits(string stem) => stem.Length >= 4 && token.Raw.Length > stem.Length && token.Raw.StartsWith(stem, StringComparison.Ordinal) && token.Raw[stem.Length..] is "y" or "ly" or "ely" or "ally" or "ic" or "c";
        return One(unknowns.Lexicon.ValueWords.Where(word => Fits(word.Value)).Select(word => word.Value).Concat(unknowns.Lexicon.Words.Where(word => Fits(word.Value)).Select(word => word.Value)).Distinct()) is { } text ? token with { Text = text, Guessed = true } : null;
    }

    /// <summary>"teacher" for Tchr, and "ref" for referee.</summary>
    private static Token? Shorter(Unknowns unknowns, Token token)
    {
        var longer = One(unknowns.Lexicon.ShortParts.Where(part => Shortened.Is(part.Key, token.Raw)).Select(part => part.Value));
        var begun = longer is null && token.Raw.Length is >= 3 and <= 5 && !Typos.IsRight(token.Raw)
            ? One(unknowns.Lexicon.Words.Where(word => word.Key.Length > token.Raw.Length + 1 && word.Key.StartsWith(token.Raw, StringComparison.Ordinal)).Select(word => word.Value)) : null;
        return (longer ?? begun) is { } text ? token with { Text = text, Guessed = true } : null;
    }

    private static string? One(IEnumerable<string> found)
    {
        string? only = null;
        foreach (var text in found)
        {
            if (only is not null && only != text) return null;
            only = text;
        }
        return only;
    }
}
