namespace Web.Language;

/// <summary>
/// What unknown words may stand for: a slip of the keys, a header in short, a word of another language, of one sound or of near meaning. Only
/// where exactly one thing fits.
/// </summary>
internal static class Guesses
{
    /// <summary>The first that answers is believed: what the data themselves say before what a dictionary does.</summary>
    private static readonly Func<Unknowns, int, bool>[] Rules =
        [MoneyNouns.Name, MarkNouns.Name, LetteredNames.Name, Initials.Name, ValuesInPart.Name, NearValueNames.NameState, KindNouns.Name, UnitNouns.Name, Slips.Mend, Sounds.Hear, OtherTongues.Name, TableNouns.NameVolume, DateNouns.Name, KindNouns.IsOfHead, FlowNouns.Join, NearColumns.NamePart, NearColumns.Name, PersonNouns.Name, KindNouns.Join];

    /// <summary>For what is left alone or has only come to be a part of something.</summary>
    private static readonly Func<Unknowns, int, bool>[] LastRules = [HeadNouns.Name, NearValueNames.Name];

    public static (Sheet Sheet, List<Item> Items) Of(Sheet sheet, List<Item> items, Lexicon lexicon)
    {
        var unknowns = new Unknowns(sheet, items, lexicon);
        for (var i = 0; i < items.Count; i++)
        {
            if (unknowns.IsOpen(i))
            {
                _ = Array.Exists(Rules, rule => rule(unknowns, i));
                foreach (var rule in LastRules) rule(unknowns, i);
            }
            else if (unknowns[i].Meanings is [EntityMeaning { Quality: <= EntityForms.Fits }, ..] && (OtherTongues.AreKind(unknowns, i) || MoneyNouns.NameFigure(unknowns, i)))
            {
                // What may be a row of anything is a value or a figure here.
            }
            else if (PersonNouns.AreRows(unknowns, i))
            {
                PersonNouns.Name(unknowns, i);
            }
        }
        for (var i = 0; i < items.Count; i++)
        {
            if (unknowns.IsOpen(i)) TableNouns.PassOver(unknowns, i);
        }
        if (!unknowns.Any) return (sheet, AssumedRows.In(sheet, items, lexicon));
        if (unknowns.IsOfLanguage) sheet = sheet.With(unknowns.Tokens);
        return (sheet, AssumedRows.In(sheet, Cover.Of(sheet, unknowns.Tokens, lexicon, unknowns.Guessed), lexicon));
    }
}
