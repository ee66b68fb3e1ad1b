using Web.Semantics;

namespace Web.Language;

/// <summary>Nouns that only say what the rows are: behind a condition, with a division said elsewhere, they divide nothing themselves.</summary>
internal static class RowNouns
{
    /// <summary>再エネ契約ありの建物に限って四半期ごとに, "for stations whose …, by line": a noun that carries a condition.</summary>
    public static bool AreNarrowed(Scene scene, Draft draft, int i, Column column)
    {
        if (column.Role is not (ColumnRole.Dimension or ColumnRole.Identity) || draft.Limit is not null) return false;
        if (AreThose(scene, i) && Enumerable.Range(i + 1, Math.Min(6, scene.Count - i - 1)).Any(k => scene.Used(k) && scene.PartOf(k) is FilterPart) && draft.Groups.TrueForAll(g => g.Column != column) && Enumerable.Range(i + 1, scene.Count - i - 1).Any(k => scene.Category(k) is { } other && other != column && scene.PartOf(k) is not FilterPart || scene.Is(k, WordKind.Grain) || scene.PartOf(k) is GroupPart)) return true;
        if (column.Type != ColumnType.Text) return false;
        if (!draft.Groups.Exists(g => g.Grouped && g.Column != column) || draft.Groups.Exists(g => g.Column == column)) return false;
        if (draft.Chart is ChartType.Table or ChartType.Heatmap or ChartType.Pivot or ChartType.Sankey) return false;
        return scene.IsJapanese(i) ? FollowCondition(scene, i) && !IsListed(scene, i) : CarriesClause(scene, i);
    }

    /// <summary>夜間ありの施設の平均費用, "median price of a 500 ml beer", "youngest age among the students": what every row is, when only a figure of some rows is asked.</summary>
    public static bool OwnFigure(Scene scene, Draft draft, int i, Column column)
    {
        if (column.Type != ColumnType.Text || draft.Limit is not null || draft.Sort is not null || draft.List || draft.Groups.Count > 0 || !(AreNames(scene, column) || (scene.IsJapanese(i) && People.IsOfPeople(column)))) return false;
        if (draft.Chart is not (null or ChartType.BigNumber or ChartType.Gauge) || !draft.Measures.Exists(m => m is { Column: not null, Aggregate: not null })) return false;
        if (scene.IsJapanese(i)) return FollowCondition(scene, i) && scene.Raw(i + 1) is "の" && (scene.Is(scene.Next(i), WordKind.Aggregate) || scene.Measure(scene.Next(i)) is not null);
        var k = i - 1;
        while (k >= 0 && (scene.PartOf(k) is FilterPart || (scene.IsSmall(k) && !IsOf(scene.Raw(k))))) k--;
        return IsOf(scene.Raw(k)) && scene.PartOf(scene.Next(k, -1)) is MeasurePart;
    }

    /// <summary>執行率80%未満の事業を一覧で, "list projects with …": of the rows that fulfil a condition everything is listed.</summary>
    public static bool AreListed(Scene scene, Draft draft, int i, Column column)
    {
        if (!draft.List || draft.Groups.Count > 0 || draft.Limit is not null || column is not { Type: ColumnType.Text, Role: ColumnRole.Dimension or ColumnRole.Identity }) return false;
        if (scene.IsJapanese(i)) return FollowCondition(scene, i) && scene.Is(scene.Next(i), WordKind.List);
        // "candidates younger than 40, list them"
        if (scene.LastToken(i).Raw is [.., 's'] && scene.PartOf(i + 1) is FilterPart && scene.Is(i + 1, WordKind.Compare)) return true;
        return scene.Is(scene.Next(i, -1), WordKind.List) && scene.LastToken(i).Raw is [.., 's'] && scene.Raw(i + 1) is "whose" or "with" or "where" or "that" or "which" or "who" or "having" or "over" or "under" or "above" or "below";
    }

    /// <summary>雪の路面での事故一覧: in a list of rows, what a condition was said of is no column of its own.</summary>
    public static bool AreOfListed(Scene scene, Draft draft, int i, Column column) =>
        draft.List && scene.IsJapanese(i) && column.Type == ColumnType.Text && draft.Groups.Count == 0 && draft.Limit is null && !scene.Is(i + 1, WordKind.ByAfter) && !scene.IsJoin(i + 1) && !scene.IsJoin(i - 1)
        && draft.Filters.Exists(f => f.Column == column) && scene.PartOf(scene.Next(i, -1)) is FilterPart;

    /// <summary>"monthly trend of titles added": what names each row divides nothing where something else does.</summary>
    public static bool AreEveryRow(Scene scene, Draft draft, int i, Column column) =>
        scene.Lexicon.IsPerRow && column == scene.Lexicon.Identity && column.Role == ColumnRole.Dimension && scene.LastToken(i) is { Raw: [.., _, 's'] } word && word.Text != word.Raw && draft.Limit is null
        && (draft.Groups.Exists(g => g.Column.Role == ColumnRole.Time) || draft.Filters.Exists(f => f.Op is FilterOp.IsNull or FilterOp.NotNull) && draft.Measures.Count == 0 && draft.Groups.Count == 0) && !scene.Is(scene.Next(i, -1), WordKind.By);

    /// <summary>"hip-hop tracks only, streams per artist": the plural behind a value that narrows, when something else divides.</summary>
    public static bool FollowValue(Scene scene, Draft draft, int i, Column column) =>
        column is { Type: ColumnType.Text, Role: ColumnRole.Dimension or ColumnRole.Identity } && !scene.IsJapanese(i) && draft.Limit is null && draft.Measures.Exists(m => m.Column is not null)
        && (scene.Value(i - 1)?.Column ?? (scene.Field(i - 1) is { Type: ColumnType.Boolean } flag ? flag : null)) is { } kind && kind != column && scene.PartOf(i - 1) is FilterPart && !scene.Is(scene.Next(i - 1, -1), WordKind.By) && !scene.IsJoin(i + 1) | scene.IsMark(i + 1)
        && scene.LastToken(i).Raw is [.., _, 's'] raw && scene.LastToken(i).Text != raw && (draft.Groups.Exists(g => g.Grouped && g.Column != column) || OnlyNarrows(scene, draft, i));

    /// <summary>"our total MRR excluding churned customers": a figure is asked of all rows but some.</summary>
    private static bool OnlyNarrows(Scene scene, Draft draft, int i) =>
        draft.Groups.Count == 0 && draft.Measures.Exists(m => m.Aggregate is not null) && !Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.By) || scene.Raw(k) is "which" or "who") && scene.Is(scene.Next(i - 1, -1), WordKind.Not, WordKind.Remove);

    /// <summary>20歳未満の選手を国別に, "wines over 90 points by region": another word than the noun itself divides.</summary>
    public static bool AreDividedBy(Scene scene, int noun) => scene.Category(noun) is { } things && Enumerable.Range(0, scene.Count).Any(i =>
        (scene.Is(i, WordKind.ByAfter) && scene.IsJapanese(i) && scene.Raw(i) is not "について" && i - 1 != noun && scene.Category(i - 1) is { Role: ColumnRole.Dimension, Type: ColumnType.Text } other && other != things));

    /// <summary>"for those employees whose salary …", "but just flights which …": of which rows is spoken, before or behind what is drawn of them.</summary>
    public static bool AreThose(Scene scene, int i) =>
        !scene.IsJapanese(i) && scene.Raw(i + 1) is "who" or "whose" or "that" or "which" or "where" or "with" or "having"
        && (scene.Raw(i - 1) is "those" or "forthose" or "ofthose" or "forall" or "ofall" or "just" or "onlythose" || scene.Raw(i - 1) is "all" && scene.Raw(i - 2) is "for" or "of" or "among" || scene.Raw(i - 1) is "only" && (scene.IsMark(i - 2) || scene.IsSmall(i - 2)));

    private static bool IsOf(string word) => word is "of" or "ofa" or "ofan" or "ofthe" or "ofall" or "among" or "amongthe" or "amongall" or "for" or "forthe" or "forall" or "across" or "ofallthe";

    /// <summary>Every row has a name of its own.</summary>
    private static bool AreNames(Scene scene, Column column) => column.Role == ColumnRole.Identity || column == scene.Lexicon.Identity || RowNames.IsName(column);

    /// <summary>Right behind the words of a condition, with nothing but の or such between.</summary>
    public static bool FollowCondition(Scene scene, int i)
    {
        var before = scene.Next(i, -1);
        while (scene.IsMark(before) && scene.Raw(before) is "」" or "』") before = scene.Next(before, -1); // 「high」の店
        return scene.IsJapanese(i) && before >= 0 && scene.Used(before) && scene.PartOf(before) is FilterPart { Joined: null } && !scene.IsJoin(i - 1);
    }

    private static bool IsListed(Scene scene, int i) => scene.IsJoin(i + 1) && !scene.IsMark(i + 1) || (scene.Is(i + 1, WordKind.ByAfter) && scene.Raw(i + 1) is not "について");

    /// <summary>"stations whose …", "wines with at least 90 points": the condition follows, and a preposition leads in.</summary>
    private static bool CarriesClause(Scene scene, int i)
    {
        // "homes with solar panels: average use by month"
        if (i == 0 && scene.LastToken(i).Raw is [.., _, 's'] && scene.Raw(1) is "with" or "without" or "whose" or "where" && Enumerable.Range(2, Math.Min(5, Math.Max(0, scene.Count - 2))).FirstOrDefault(k => scene.Raw(k) is ":" or "," or "-", -1) is > 0 and var colon && (scene.PartOf(scene.Next(colon, -1)) is FilterPart || scene.Field(scene.Next(colon, -1)) is { Type: ColumnType.Boolean })) return true;
        var leads = i > 0 && scene.LastToken(i - 1).Raw is "for" or "of" or "among" || scene.Raw(i - 1) is "for" or "of" or "among" or "forthe" or "ofthe" or "forall" or "ofall" or "in" or "all" or "those" or "only" or "the" or "forthose" or "across" or "allthe";
        leads |= i == 0 && scene.LastToken(i) is { Raw: [.., _, 's'] } first && first.Raw != first.Text;
        var clause = i == 0 && (scene[1] is FieldMeaning { Weak: true } || scene.PartOf(1) is FilterPart || scene.PartOf(2) is FilterPart && scene.IsSmall(1)) || scene.Raw(i + 1) is "whose" or "with" or "where" or "that" or "which" or "who" or "having" or "thatare" or "thathave" or "whichare" or "whoare" or "based" or "from" or "located" or "living" or "rated" or "older" or "younger" or "taller" or "heavier" or "lighter" or "longer" or "shorter" or "larger" or "smaller" or "more" or "less" or "aged" or "made" or "over" or "under" or "above" or "below" || scene.Is(i + 1, WordKind.Compare);
        return leads && clause && Enumerable.Range(i + 1, Math.Min(5, scene.Count - i - 1)).Any(k => scene.Used(k) && scene.PartOf(k) is FilterPart);
    }
}
