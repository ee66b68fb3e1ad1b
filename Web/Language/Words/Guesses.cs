namespace Web.Language;

/// <summary>
/// What unknown words may stand for: a slip of the keys, a header in short, a word of one sound in katakana. Only where exactly
/// one thing fits; a word that is right as it is (known to the dictionaries, though not to this dataset) is left alone.
/// </summary>
internal sealed class Guesses
{
    private readonly Lexicon lexicon;
    private readonly Sheet sheet;
    private readonly Token[] tokens;
    private readonly Dictionary<int, (int End, List<Meaning> Meanings)> heard = [];
    private bool any;
    private bool ofLanguage;

    private Guesses(Sheet sheet, Lexicon lexicon)
    {
        this.lexicon = lexicon;
        this.sheet = sheet;
        tokens = [.. sheet.Tokens];
    }

    public static (Sheet Sheet, List<Item> Items) Of(Sheet sheet, List<Item> items, Lexicon lexicon)
    {
        if (!items.Exists(item => IsOpen(sheet, item))) return (sheet, items);
        var guesses = new Guesses(sheet, lexicon);
        foreach (var item in items.Where(item => IsOpen(sheet, item))) guesses.Guess(item);
        if (!guesses.any) return (sheet, items);
        if (guesses.ofLanguage) sheet = sheet.With(guesses.tokens);
        return (sheet, Cover.Of(sheet, guesses.tokens, lexicon, guesses.heard));
    }

    private static bool IsOpen(Sheet sheet, Item item) =>
        item.Meanings is [UnknownMeaning] && sheet.Tokens[item.First].Script is Script.Word or Script.Katakana;

    private void Guess(Item item)
    {
        var token = tokens[item.First];
        if (token.Script == Script.Katakana) Hear(item);
        else if (token.Raw.Length is >= 3 and <= 24 && Corrected(token) is { } corrected)
        {
            tokens[item.First] = corrected;
            any = true;
        }
    }

    private Token? Corrected(Token token)
    {
        var named = Typos.InNames(token.Raw, lexicon.Words);
        if (sheet.SlipOf(token.Raw) is { } said && (named is null || named == Stem.Of(said)))
        {
            ofLanguage = true;
            return token with { Text = Stem.Of(said), Raw = said };
        }
        if (Typos.IsRight(token.Raw)) return Shorter(token);
        if (named is not null) return token with { Text = named };
        if (Typos.InValues(token.Raw, lexicon.ValueWords) is { } value) return token with { Text = value };
        return Shorter(token);
    }

    /// <summary>"teacher" for Tchr, and "ref" for referee.</summary>
    private Token? Shorter(Token token)
    {
        var longer = One(lexicon.ShortParts.Where(part => Shortened.Is(part.Key, token.Raw)).Select(part => part.Value));
        var begun = longer is null && token.Raw.Length is >= 3 and <= 5 && !Typos.IsRight(token.Raw)
            ? One(lexicon.Words.Where(word => word.Key.Length > token.Raw.Length + 1 && word.Key.StartsWith(token.Raw, StringComparison.Ordinal)).Select(word => word.Value)) : null;
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

    private void Hear(Item item)
    {
        // スタイル別 may be cut in the middle of a run: hear as much katakana as there is.
        var end = item.First;
        while (end < item.End && tokens[end].Script == Script.Katakana) end++;
        for (var last = end; last - item.First >= 3; last--)
        {
            var word = string.Concat(Enumerable.Range(item.First, last - item.First).Select(i => tokens[i].Raw));
            if (last == end && Concepts.Names.Exactly([.. tokens[item.First..last]]) is not null) return;
            if (lexicon.HeardAs(word) is not { Count: > 0 } meanings) continue;
            heard[item.First] = (last, meanings);
            any = true;
            return;
        }
    }
}
