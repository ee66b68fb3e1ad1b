namespace Web.Language;

/// <summary>What speaks for the rows themselves, whatever they are called.</summary>
internal static class RowTraits
{
    public static IReadOnlyList<Trait> Of(OpenWord word)
    {
        var traits = new List<Trait> { new("rows"), new($"rows {word.Place}"), new("rows to title", word.ToTitle) };
        if (PersonNouns.Are(word.Tokens)) traits.Add(new("rows person"));
        if (FieldsOfLife.MayBeRows(word.Tokens)) traits.Add(new("rows usual"));
        if (word.IsJapanese) traits.Add(new("rows japanese"));
        else if (word.Tokens[^1].Raw is [.., not 's', 's']) traits.Add(new("rows plural"));
        return traits;
    }
}
