using Web.Semantics;

namespace Web.Language;

/// <summary>人数, 何人: rows only where a row is a person; otherwise the persons whom the sentence names, each once.</summary>
internal static class HeadsCounted
{
    private static readonly string[] Signs = ["年齢", "性別", "氏名", "名前", "学年", "職業", "年代", "生年", "人数", "人", "者", "員", "客", "生徒", "児童", "患者", "選手"];

    public static bool Are(Scene scene, int i) => scene.Raw(i) is "人数" or "の人数" or "何人" or "何名" or "延べ人数";

    /// <summary>履修者数, enrolled: so many people are kept as a figure.</summary>
    public static bool AreKept(Column figure) =>
        ColumnForms.NamesOf(figure).Any(name => name is [{ Raw: "enrolled" or "enrollment" or "enrolment" or "attendees" or "headcount" }] || string.Concat(name.Select(t => t.Raw)) is var said && (said.EndsWith("者数", StringComparison.Ordinal) || said.EndsWith("人数", StringComparison.Ordinal) || said.EndsWith("客数", StringComparison.Ordinal)));

    /// <summary>20歳未満の選手を国別に人数で: the column of people that is spoken of and divides nothing.</summary>
    public static int Named(Scene scene, int i)
    {
        if (scene.Lexicon.IsPerRow && scene.Lexicon.Identity is { } identity && People.IsOfPeople(identity)) return -1;
        List<int> named = [.. Enumerable.Range(0, scene.Count).Where(k => k != i && scene.IsJapanese(k) && scene.Field(k) is { Type: ColumnType.Text, Role: ColumnRole.Dimension } column && column != scene.Lexicon.Identity && People.IsOfPeople(column) && !scene.Is(k + 1, WordKind.ByAfter) && !scene.IsJoin(k + 1) && scene.PartOf(k) is not GroupPart)];
        return named is [var only] ? only : -1;
    }

    /// <summary>宿泊人数 in a table of bookings that knows of no person: nobody can be counted.</summary>
    public static bool AreUnknown(Scene scene, int i)
    {
        var glued = i > 0 && scene.IsJapanese(i - 1) && scene.FirstToken(i).Glued && scene.FirstToken(i - 1).Script == Script.Kanji && scene.Field(i - 1) is null && scene.Value(i - 1) is null && !scene.Is(i - 1, WordKind.Aggregate, WordKind.All) && scene.Number(i - 1) is null && !scene.Is(i - 1, WordKind.ByAfter, WordKind.Grain);
        return glued && !scene.Contract.Columns.Any(IsOfPersons) && !Persons.AreNamed(scene.Contract) && !IsPerson(scene.Raw(i - 1));
    }

    /// <summary>頭数 where one column holds how many animals there were.</summary>
    public static Column? OfAnimals(Scene scene)
    {
        List<Column> heads = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && (ColumnForms.NamesOf(c).Any(name => name.Any(t => Animals.Contains(t.Text)) && ColumnForms.Counts(c)) || c.Titles.Values.Append(c.SourceName ?? c.Name).Any(n => n.EndsWith("頭数", StringComparison.Ordinal) || n.EndsWith("匹数", StringComparison.Ordinal) || n.EndsWith("羽数", StringComparison.Ordinal))))];
        return heads is [var only] ? only : null;
    }

    private static readonly HashSet<string> Animals = [.. Tokens.Of("animal head bird individual cow cattle pig sheep horse dog cat fish group herd flock specimen").Select(t => t.Text)];

    private static bool IsPerson(string noun) => Signs.Any(sign => noun.EndsWith(sign, StringComparison.Ordinal)) || noun.EndsWith('人') || noun.EndsWith('生');

    private static bool IsOfPersons(Column column) =>
        column is { Hidden: false, Related: null } && (People.IsOfPeople(column) || column.Titles.Values.Append(column.Name).Any(n => Signs.Any(s => n.Contains(s, StringComparison.Ordinal)))
            || ColumnForms.NamesOf(column).Any(name => name.Any(t => t.Text is "age" or "sex" or "gender" or "birth" or "surname" || Persons.IsNoun(t))));
}
