using Web.Semantics;

namespace Web.Language;

/// <summary>What is ranked: the things asked for, steps of time, rows, or the members of every group.</summary>
internal static class RankedNouns
{
    /// <summary>"which city has the highest …", "the city with the highest …": a rank, not a maximum.</summary>
    public static bool AreAsked(Scene scene, int i)
    {
        // "the most wasted category", "the most borrowed books"
        if (scene[scene.Next(i)] is FieldMeaning { Done: true } && scene.Next(scene.Next(i)) is >= 0 and var thing && (scene.Category(thing) is not null || scene.IsEntity(thing))) return true;
        var category = false;
        var asks = false;
        for (var k = 0; k < i; k++)
        {
            category |= scene.Category(k) is not null || scene.IsEntity(k) || (scene.Raw(k) is "who" && (scene.Lexicon.Identity is not null || Persons.ColumnOf(scene) is not null));
            category |= scene.Is(k, WordKind.Grain, WordKind.GrainNoun) && scene.Is(scene.Next(k, -1), WordKind.Which);
            asks |= scene.Is(k, WordKind.Which) || scene.Raw(k) is "with" or "having" or "has" or "have" or "had" or "that" or "withthe" or "bythe";
        }
        return scene.IsJapanese(i) ? !scene.Is(i + 1, WordKind.Filler) : category && asks;
    }

    /// <summary>"the highest grossing Japanese movie": the row, not only its figure.</summary>
    public static bool AreNamed(Scene scene, int measure)
    {
        var k = measure + 1;
        while (scene.Value(k) is not null) k++;
        return !scene.IsJapanese(measure) && scene.IsEntity(k) && !HowMany.IsPlural(scene, k) && scene.Measure(measure) is not null && scene.Lexicon.Identity is not null;
    }

    /// <summary>"top 5 months by revenue", 売上の多い日トップ5: steps of time are ranked.</summary>
    public static void ReadTimes(Scene scene, Draft draft, int ranked, int i)
    {
        if (scene.IsJapanese(i)) ranked = i - 1;
        // "our 5 best sales days"
        else if (scene.Is(ranked + 1, WordKind.GrainNoun) && (scene.Measure(ranked) is not null || scene.Is(ranked, WordKind.DefaultMeasure))) ranked++;
        if (scene.Is(ranked, WordKind.GrainNoun) && (!scene.IsJapanese(i) || scene.Number(ranked - 1) is null) && !scene.Used(ranked) && scene.Lexicon.HasDates && (scene.IsJapanese(ranked) || scene.LastToken(ranked).Raw is [.., 's'])) Grouping.Add(scene, draft, ranked, null, -1);
    }

    public static int Counted(Scene scene, int next)
    {
        if (next < 0 || scene.IsJapanese(next)) return -1;
        var k = next;
        while (scene.Value(k) is not null || scene.Field(k) is { Type: ColumnType.Boolean }) k++;
        return k > next && (scene.IsEntity(k) || scene.Field(k) is { Type: ColumnType.Text } column && (column.Role == ColumnRole.Identity || column == scene.Lexicon.Identity || RowNames.IsName(column))) && HowMany.IsPlural(scene, k) ? k : -1;
    }

    public static bool OwnersAreAsked(Scene scene, int i) =>
        Enumerable.Range(0, i).Any(k => scene.Is(k, WordKind.Which) && scene.Category(scene.Next(k)) is { Role: ColumnRole.Dimension } && scene.Next(k) < i);

    public static bool AreRows(Scene scene, int k) => scene.IsEntity(k) || (scene.Field(k) is { } column && (column.Role == ColumnRole.Identity || column == scene.Lexicon.Identity));

    public static bool StandInGroups(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count; k++)
        {
            if (scene.Is(k, WordKind.By) && scene.Raw(k) is not "by" && scene.Category(scene.Next(k)) is not null) return true;
        }
        return false;
    }

    /// <summary>"the players with the most goals in each team" ranks the players.</summary>
    public static Column? Of(Scene scene, int i)
    {
        for (var k = i - 1; k >= 0; k--)
        {
            if (scene.IsEntity(k)) return scene.Lexicon.Identity;
            if (scene.Category(k) is { Role: ColumnRole.Dimension or ColumnRole.Identity } column) return column;
        }
        return null;
    }

    private static readonly HashSet<string> Firms = [.. Tokens.Of("company client customer vendor supplier account organization firm business partner").Select(t => t.Text)];
    private static readonly string[] JapaneseFirms = ["会社", "企業", "取引先", "顧客", "得意先", "仕入先", "荷主", "社名", "業者"];

    /// <summary>上位5社: the one column of companies.</summary>
    public static Column? Companies(Scene scene) =>
        scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension or ColumnRole.Identity } && (ColumnForms.NamesOf(c).Any(name => name.Count > 0 && (Firms.Contains(name[^1].Text) || name.Count == 2 && name[1].Raw is "name" && Firms.Contains(name[0].Text))) || JapaneseFirms.Any(end => (c.SourceName ?? c.Name).EndsWith(end, StringComparison.Ordinal) || (c.SourceName ?? c.Name).EndsWith(end + "名", StringComparison.Ordinal)))).ToList() is [var only] ? only : null;
}
