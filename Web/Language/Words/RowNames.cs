using Web.Semantics;

namespace Web.Language;

/// <summary>Which columns name the rows: keys and names of things, and the one title that stands for the row itself.</summary>
internal static class RowNames
{
    private const int FewestTitles = 40;
    private static readonly HashSet<string> KeyTails = new(StringComparer.Ordinal) { "id", "key" };
    private static readonly HashSet<string> NumberTails = new(StringComparer.Ordinal) { "id", "key", "no", "code", "number", "num", "nbr" };
    private static readonly HashSet<string> NameTails = new(StringComparer.Ordinal) { "name", "nm", "title", "label" };

    /// <summary>student_id: one for each thing, here perhaps in many rows. A number (flight no) may be given again.</summary>
    public static bool IsKey(Column column) => column.Role is ColumnRole.Dimension or ColumnRole.Identity && Ends(column, KeyTails);

    /// <summary>社員番号, order_id: it tells rows apart, but nobody reads it as a name.</summary>
    public static bool IsNumber(Column column) => Ends(column, NumberTails) || column.Titles.Values.Append(column.Name).Any(n => n.EndsWith("番号", StringComparison.Ordinal) || n.EndsWith("コード", StringComparison.Ordinal) || n.EndsWith("ID", StringComparison.Ordinal) || n.EndsWith('#'));

    public static bool IsName(Column column) =>
        column is { Role: ColumnRole.Dimension, Type: ColumnType.Text } && (Ends(column, NameTails) || (column.Values is { Count: >= FewestTitles / 2 } && IsJapaneseName(column.SourceName ?? column.Name)));

    private static readonly HashSet<string> Given = [.. Tokens.Of("brand maker manufacturer vendor supplier publisher label company firm team club title author artist nickname model project").Select(t => t.Text)];

    /// <summary>Brands, titles and teams: whoever gave such a name did not mean what its word does.</summary>
    public static bool AreGiven(Column column) => IsName(column) || ColumnForms.NamesOf(column).Any(name => name.Count > 0 && Given.Contains(name[^1].Text)) || (column.SourceName ?? column.Name) is var header && (header.EndsWith("ブランド", StringComparison.Ordinal) || header.EndsWith("メーカー", StringComparison.Ordinal) || header.EndsWith("チーム", StringComparison.Ordinal));

    private static bool IsJapaneseName(string name) => name.EndsWith('名') || name.EndsWith("名称", StringComparison.Ordinal);

    /// <summary>
    /// Where nothing identifies the rows: the text with the most values, when it is called as rows of such a table are (candidate, 作品名).
    /// </summary>
    public static Column? TitleOf(DatasetContract contract, IReadOnlyList<Column> columns)
    {
        if (columns.Any(c => c.Role == ColumnRole.Identity)) return null;
        var texts = columns.Where(c => c is { Type: ColumnType.Text, Role: ColumnRole.Dimension, Values.Count: >= FewestTitles }).OrderByDescending(c => c.Values!.Count).ToList();
        if (texts.Count == 0 || (texts.Count > 1 && texts[1].Values!.Count == texts[0].Values!.Count) || Ends(texts[0], NumberTails)) return null;
        var title = texts[0];
        return NounsOf(title).Any(FieldsOfLife.IsRows) && !columns.Any(c => c != title && IsKey(c) && Core(c).SequenceEqual(Core(title), StringComparer.Ordinal)) ? title : null;
    }

    /// <summary>What the rows are called by such a title, in both languages.</summary>
    public static IEnumerable<IReadOnlyList<Token>> NounsOf(Column title)
    {
        foreach (var name in ColumnForms.NamesOf(title))
        {
            var core = name.Count > 1 && NameTails.Contains(name[^1].Raw) ? [.. name.Take(name.Count - 1)] : name;
            yield return core;
            foreach (var alike in Concepts.Names.Exactly(core)?.SelectMany(forms => forms) ?? [])
            {
                if (FieldsOfLife.IsRows(alike)) yield return alike;
            }
        }
    }

    /// <summary>The column that names what <paramref name="key"/> numbers: 駅名 beside 駅コード, name beside employee_id.</summary>
    public static Column? SpokenFor(Column key, IEnumerable<Column> columns)
    {
        if (CoreOf(key, KeyEndings) is not { } core)
            return key.Name == "id" && columns.Where(IsNamed).ToList() is [{ Name: "name" } only] ? only : null;
        // Only works have titles, and one that comes again names no row.
        List<Column> texts = [.. columns.Where(c => c is { Role: ColumnRole.Dimension, Type: ColumnType.Text, Values.Count: > 1 } && (!(Titles.Contains(c.SourceName ?? c.Name) || Titles.Contains(c.Name) || c.Titles.Values.Any(Titles.Contains)) || Works.Contains(core) && (key.Values is null || c.Values.Count >= key.Values.Count * MostOwn)))];
        return texts.Find(c => CoreOf(c, NameEndings) == core) ?? texts.Find(c => Folded(c.SourceName ?? c.Name) == core) ?? texts.Find(c => Whole.Contains(c.Name) || c.Titles.Values.Any(Whole.Contains) || (c.SourceName is { } source && Whole.Contains(source)));
    }

    /// <summary>apt_number and apt_id, 駅名 and 駅コード: two ways to tell the same thing.</summary>
    public static bool IsSameThing(Column one, Column other) =>
        one != other && (Ends(one, Codes) || Ends(one, Labels)) && (Ends(other, Codes) || Ends(other, Labels)) && CoresOf(one).Intersect(CoresOf(other), StringComparer.Ordinal).Any()
        || CoreOf(one, [.. NameEndings, .. KeyEndings]) is { } core && one != other && core == CoreOf(other, [.. NameEndings, .. KeyEndings]);

    /// <summary>Codes and numbers of things whose names stand in another column (VEND_CD beside VEND_NM): the thing is spoken of by its name.</summary>
    public static HashSet<Column> CodesWithNames(IReadOnlyList<Column> columns)
    {
        var named = columns.Where(c => c is { Role: ColumnRole.Dimension or ColumnRole.Identity, Type: ColumnType.Text } && Ends(c, Labels)).SelectMany(CoresOf).ToHashSet(StringComparer.Ordinal);
        var japanese = columns.Where(c => c is { Role: ColumnRole.Dimension or ColumnRole.Identity, Type: ColumnType.Text }).Select(c => CoreOf(c, NameEndings)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        HashSet<Column> numbered = [.. columns.Where(c => c.Role == ColumnRole.Dimension && CoreOf(c, KeyEndings) is { } core && (japanese.Contains(core) || columns.Any(other => other != c && IsCalled(other, core))))];
        return named.Count == 0 ? numbered : [.. numbered, .. columns.Where(c => c.Role == ColumnRole.Dimension && Ends(c, Codes) && CoresOf(c).Any(named.Contains))];
    }

    /// <summary>社員番号 beside 氏名, staff_id beside full_name: the number of people, and the column of their names.</summary>
    public static (Column Number, Column Name)? NumberedPeople(IReadOnlyList<Column> columns) =>
        columns.Where(c => c is { Role: ColumnRole.Dimension } && IsNumber(c) && People.IsOfPeople(c)).ToList() is [var number]
        && columns.Where(c => c is { Role: ColumnRole.Dimension, Type: ColumnType.Text } && (Whole.Contains(c.SourceName ?? c.Name) || Whole.Contains(c.Name)) && !Titles.Contains(c.SourceName ?? c.Name)).ToList() is [var name] && number.Values?.Count == name.Values?.Count ? (number, name) : null;

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal) { "id", "key", "no", "code", "cd", "number", "num", "nbr" };
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal) { "name", "nm", "title", "label", "description", "desc" };

    /// <summary>都道府県 and 国・地域 beside 都道府県コード and 国コード.</summary>
    private static bool IsCalled(Column column, string core) =>
        column is { Role: ColumnRole.Dimension, Type: ColumnType.Text } && (column.SourceName ?? column.Name).Split('・', '/', '／', '(', '（')[0].Trim() is var first && Folded(first) == core;

    private static IEnumerable<string> CoresOf(Column column) => ColumnForms.NamesOf(column).Where(name => name.Count > 1).Select(name => string.Join(' ', name.Take(name.Count - 1).Select(t => t.Text)));

    /// <summary>The words ask for the number itself: 駅コード, "station id".</summary>
    public static bool SaysKey(string words) => KeyEndings.Any(e => words.EndsWith(e, StringComparison.Ordinal));

    private static bool IsNamed(Column column) => column is { Role: ColumnRole.Dimension, Type: ColumnType.Text } && (column.Name == "name" || Ends(column, NameTails));

    private static readonly string[] KeyEndings = [.. new[] { "コード", "番号", "番", "ID", "No", "id", "key", "code", "number", "no" }.Select(Folded).Distinct(StringComparer.Ordinal)];
    private static readonly string[] NameEndings = [.. new[] { "名称", "名前", "氏名", "名", "name", "title", "label" }.Select(Folded)];
    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase) { "氏名", "名前", "姓名", "name", "full_name", "full name", "title", "タイトル", "作品名" };

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase) { "title", "タイトル", "作品名" };
    private static readonly HashSet<string> Works = new(StringComparer.Ordinal) { "show", "film", "movie", "book", "track", "song", "video", "episode", "game", "article", "title", "album", "series", "作品", "映画", "動画", "番組", "曲", "楽曲", "書籍", "記事" };
    private const double MostOwn = 0.8;

    /// <summary>A column that is called Title and nothing more.</summary>
    public static bool IsTitle(Column column) => Titles.Contains(column.SourceName ?? column.Name) || column.Titles.Values.Any(Titles.Contains);

    /// <summary>Films, songs, books: what has a title.</summary>
    public static bool AreWorks(IReadOnlyList<Token> noun) => noun is [var word] && (Works.Contains(word.Raw) || Works.Contains(word.Text)) || Works.Contains(string.Concat(noun.Select(t => t.Raw)));

    private static string? CoreOf(Column column, string[] endings)
    {
        foreach (var name in new[] { column.SourceName ?? column.Name, column.Name })
        {
            var whole = string.Concat(Tokens.OfName(name).Select(t => t.Raw));
            if (endings.FirstOrDefault(e => whole.Length > e.Length && whole.EndsWith(e, StringComparison.Ordinal)) is { } ending) return whole[..^ending.Length];
        }
        return null;
    }

    private static string Folded(string text) => string.Concat(Tokens.Of(text).Select(t => t.Raw));

    private static bool Ends(Column column, HashSet<string> tails) => ColumnForms.NamesOf(column).Any(name => name.Count > 1 && tails.Contains(name[^1].Raw));

    private static IEnumerable<string> Core(Column column) => ColumnForms.NamesOf(column).Last() is { Count: > 1 } name ? name.Take(name.Count - 1).Select(t => t.Text) : [column.Name];
}
