using Web.Semantics;

namespace Web.Language;

/// <summary>The words for a dataset and for what one of its rows is.</summary>
internal static class EntityForms
{
    /// <summary>How sure a noun of the field of life is: a column of that name, or a part of one, comes first.</summary>
    public const double Fits = 0.62;
    private static readonly HashSet<string> Tails = new(StringComparer.Ordinal) { "id", "name", "no", "number", "code", "key", "titl" };
    private static readonly string[] JapaneseTails = ["番号", "コード", "名", "id"];
    private static readonly List<Token>[] Lists = [.. new[] { "一覧表", "一覧", "リスト", "list" }.Select(t => Tokens.Of(t))];

    public static IEnumerable<Form> Of(DatasetContract contract, IEnumerable<Column> columns)
    {
        string[] own = [contract.Key, .. contract.Titles.Values, .. contract.Synonyms, .. contract.CountOf.Values];
        foreach (var words in own.Distinct(StringComparer.Ordinal))
        {
            var tokens = WithoutList(Tokens.OfName(words));
            yield return new Form(tokens, 1.0);
            foreach (var alike in Concepts.Names.Exactly(tokens)?.SelectMany(a => a) ?? []) yield return new Form(alike, FieldsOfLife.IsRows(alike) ? 0.85 : Fits);
            // "crm_deals" is asked for as "deals".
            if (tokens.Count is 2 or 3 && !tokens[^1].IsJapanese) yield return new Form(tokens[^1..], 0.8);
        }
        foreach (var noun in FieldsOfLife.RowsOf(contract)) yield return new Form(noun, Fits);
        foreach (var noun in FieldsOfLife.GeneralRows) yield return new Form(noun, Fits - 0.1);
        foreach (var identity in columns.Where(c => c.Role == ColumnRole.Identity))
        {
            foreach (var form in RowsCalledBy(identity)) yield return form;
        }
    }

    /// <summary>案件一覧 and "order list" are rows; that a list is wanted must still be heard.</summary>
    private static List<Token> WithoutList(List<Token> name)
    {
        foreach (var tail in Lists)
        {
            var cut = name.Count - tail.Count;
            if (cut > 0 && name[cut..].Select(t => t.Text).SequenceEqual(tail.Select(t => t.Text), StringComparer.Ordinal)) return name[..cut];
        }
        return name;
    }

    /// <summary>player_name and 社員番号 tell that a row is a player, a 社員.</summary>
    private static IEnumerable<Form> RowsCalledBy(Column identity) =>
        new[] { identity.Name, identity.SourceName ?? identity.Name }.Concat(identity.Titles.Values).Distinct(StringComparer.Ordinal).SelectMany(RowsCalledBy);

    private static IEnumerable<Form> RowsCalledBy(string key)
    {
        var tokens = Tokens.OfName(key);
        if (tokens.Count < 2) yield break;
        var core = Tails.Contains(tokens[^1].Text) ? tokens[..^1] : null;
        foreach (var tail in JapaneseTails)
        {
            var cut = tokens.Count - tail.Length;
            if (core is null && cut >= 1 && string.Concat(tokens[cut..].Select(t => t.Raw)) == string.Concat(Tokens.Of(tail).Select(t => t.Raw)))
                core = tokens[..cut];
        }
        if (core is not { Count: > 0 }) yield break;
        yield return new Form(core, 0.95);
        foreach (var alike in Translation.Of(core)) yield return new Form(alike, 0.85);
    }
}
