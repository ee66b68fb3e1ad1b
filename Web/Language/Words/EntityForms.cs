using Web.Semantics;

namespace Web.Language;

/// <summary>The words for a dataset and for what one of its rows is.</summary>
internal static class EntityForms
{
    /// <summary>How sure a noun of the field of life is: a column of that name, or a part of one, comes first.</summary>
    public const double Fits = 0.62;
    /// <summary>How sure the first word of a title is: a dog in <c>dog_registrations</c>.</summary>
    public const double Subject = 0.88, LikeSubject = 0.84;
    private static readonly HashSet<string> Tails = [.. Tokens.Of("id name no number code key title").Select(t => t.Text)];
    private static readonly string[] JapaneseTails = ["番号", "コード", "名", "id"];
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal) { "board", "log", "tracker", "export", "register", "ledger", "sheet", "inventory", "list", "backlog", "queue" };
    private static readonly List<Token>[] Lists = [.. new[] { "一覧表", "一覧", "リスト", "list" }.Select(t => Tokens.Of(t))];

    public static IEnumerable<Form> Of(DatasetContract contract, IEnumerable<Column> columns)
    {
        string[] own = [contract.Key, .. contract.Titles.Values, .. contract.Synonyms, .. contract.CountOf.Values];
        foreach (var words in own.Distinct(StringComparer.Ordinal))
        {
            var tokens = WithoutList(Tokens.OfName(words));
            if (AreKeptByName(columns, tokens)) continue;
            yield return new Form(tokens, 1.0);
            // The rows of a task_board are tasks.
            if (tokens.Count > 1 && Containers.Contains(tokens[^1].Raw))
            {
                yield return new Form([tokens[^2]], 0.95);
                foreach (var alike in Translation.Of([tokens[^2]]).Where(said => said[^1].IsJapanese)) yield return new Form(alike, 0.95);
            }
            foreach (var alike in Concepts.Names.Exactly(tokens)?.SelectMany(a => a) ?? []) yield return new Form(alike, FieldsOfLife.IsRows(alike) ? 0.85 : Fits);
            // カメラレンズ of camera_lens
            if (tokens.Count is 2 or 3 && !tokens[0].IsJapanese) foreach (var alike in Translation.Of(tokens).Where(said => said.All(t => t.Script == Script.Katakana))) yield return new Form(alike, 0.85);
            // "crm_deals" is asked for as "deals".
            if (tokens.Count is 2 or 3 && !tokens[^1].IsJapanese && !AreMeasured(contract, tokens[^1]) && !IsMoney(contract, tokens[^1])) yield return new Form(tokens[^1..], 0.8);
        }
        foreach (var form in OfSubject(contract)) yield return form;
        foreach (var noun in FieldsOfLife.RowsOf(contract)) yield return new Form(noun, Fits);
        foreach (var noun in FieldsOfLife.GeneralRows) yield return new Form(noun, Fits - 0.1);
        foreach (var identity in columns.Where(c => c.Role == ColumnRole.Identity))
        {
            foreach (var form in RowsCalledBy(identity)) yield return form;
        }
    }

    /// <summary>What a table is about is named first: a dog in <c>dog_registrations</c>, a cereal in <c>cereal_nutrition</c>, unless a column tells which.</summary>
    private static IEnumerable<Form> OfSubject(DatasetContract contract)
    {
        foreach (var title in contract.Titles.Values.Prepend(contract.Key).Distinct(StringComparer.Ordinal))
        {
            if (Tokens.OfName(title) is not [{ Script: Script.Word, Raw.Length: > 2 } subject, _, ..] name || Topics.Contains(subject.Text) || MoneyNouns.Are(subject.Raw) && DefaultMeasure.OnlyMoney(contract) is not null) continue;
            if (AreNumberedAgain(contract, subject)) continue;
            // In ship_missions with a Mission_ID and a Ship_Name the rows are missions.
            if (contract.Columns.Any(c => c.Role == ColumnRole.Identity && RowsCalledBy(c).Any(form => form.Tokens[^1].Text == name[^1].Text)) && contract.Columns.Any(c => c is { Hidden: false, Role: ColumnRole.Dimension, Type: ColumnType.Text } && ColumnForms.NamesOf(c).Any(told => told.Count == 2 && told[0].Text == subject.Text && Tails.Contains(told[1].Text)))) continue;
            var columns = contract.Columns.Where(c => c is { Hidden: false, Related: null, IsTemporal: false } && ColumnForms.NamesOf(c).Any(name => name.Any(t => t.Text == subject.Text))).ToList();
            if (columns.Exists(c => !(RowNames.IsName(c) && c.Values?.Count >= ManyNames) && !(RowNames.IsNumber(c) && c.Values is null or { Count: >= 2 * ManyNames }))) continue;
            yield return new Form([subject], Subject);
            foreach (var alike in Concepts.Names.Exactly([subject])?.SelectMany(a => a) ?? Concepts.Wide.Exactly([subject])?.SelectMany(a => a) ?? []) if (FieldsOfLife.MayBeRows(alike) && !(alike is [var thing] && AreNumberedAgain(contract, thing))) yield return new Form(alike, LikeSubject, Weak: true);
        }
    }

    /// <summary>In <c>station_train</c> with a Station_ID and a Station_Name that come again a row is no station.</summary>
    private static bool AreNumberedAgain(DatasetContract contract, Token subject)
    {
        bool IsCalled(Column column, params string[] tails) => column is { Hidden: false, Related: null, Role: ColumnRole.Dimension } && ColumnForms.NamesOf(column).Any(name => name.Count == 2 && name[0].Text == subject.Text && tails.Contains(name[1].Raw, StringComparer.Ordinal));
        return contract.Columns.Any(c => IsCalled(c, "name", "title")) && contract.Columns.Any(c => IsCalled(c, "id", "number", "no", "code", "key"));
    }

    /// <summary>In <c>cinemas</c> with a Cinema_Name in every row of a Schedule_ID, a cinema is that name.</summary>
    private static bool AreKeptByName(IEnumerable<Column> columns, List<Token> table)
    {
        List<Column> all = [.. columns];
        bool IsCalled(Column column) => ColumnForms.NamesOf(column).Any(name => name.Count > 1 && (Tails.Contains(name[^1].Text) || name[^1].Raw is "title" or "code" or "name") && name[^2].Text == table[^1].Text);
        return table.Count > 0 && all.Exists(c => c is { Role: ColumnRole.Dimension, Type: ColumnType.Text, Values: null or { Count: <= FewNames } } && IsCalled(c)) && all.Find(c => c.Role == ColumnRole.Identity) is { } identity && !IsCalled(identity);
    }

    /// <summary>More of them may be one for each row.</summary>
    private const int FewNames = 60;

    /// <summary>In <c>flight_delays</c> with columns of delays nobody counts delays.</summary>
    private static bool AreMeasured(DatasetContract contract, Token noun) =>
        contract.Columns.Any(c => c is { Hidden: false, Role: ColumnRole.Measure } && ColumnForms.NamesOf(c).Any(name => name.Count > 1 && !NameParts.IsSpanIn(name) && (name[^1].Text == noun.Text || (c.Unit is not null && name[^2].Text == noun.Text))));

    /// <summary>The funding of <c>startup_funding</c> and the spend of <c>council_spend</c> is what was given.</summary>
    private static bool IsMoney(DatasetContract contract, Token noun) =>
        MoneyNouns.Are(noun.Raw) && DefaultMeasure.OnlyMoney(contract) is not null || MoneyNouns.NeverRows(noun.Raw) && contract.Columns.Any(c => c is { Hidden: false, Role: ColumnRole.Measure } && DefaultMeasure.IsMoney(c));

    private const int ManyNames = 15;

    /// <summary>Words that say of what kind or whose a table is, not what its rows are.</summary>
    private static readonly HashSet<string> Topics = [.. Tokens.Of("data daily weekly monthly yearly annual all new old my our test sample raw global world national local city online retail public open total main list sale stock weather energy power finance budget price health air water food music sport school hr it pos crm web app").Select(t => t.Text)];

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
    private static IEnumerable<Form> RowsCalledBy(Column identity) => ColumnForms.NamesOf(identity).SelectMany(RowsCalledBy);

    private static IEnumerable<Form> RowsCalledBy(IReadOnlyList<Token> name)
    {
        List<Token> tokens = [.. name];
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
