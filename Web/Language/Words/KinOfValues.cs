using Web.Semantics;

namespace Web.Language;

/// <summary>Values of one column that belong together by their names, and the word for all of them.</summary>
internal static class KinOfValues
{
    private const int FewStates = 12, MostNumbered = 60;
    private static readonly string Closed = Tokens.Of("closed")[0].Text;
    private static readonly List<Token>[] Opened = [.. new[] { "open", "進行中", "オープン", "未クローズ" }.Select(word => Tokens.Of(word))];
    private static readonly HashSet<string> Over = [.. Tokens.Of("closed resolved cancelled canceled done lost won rejected completed finished dead").Select(t => t.Text)];

    /// <summary>"the trail cams" of Trail Cam 2 and Trail Cam 5: values that only a number tells apart, where others are called otherwise.</summary>
    public static IEnumerable<(List<Token> Phrase, string[] Values)> Numbered(Column column)
    {
        if (column is not { Type: ColumnType.Text, Values.Count: > 2 and <= MostNumbered }) yield break;
        foreach (var kin in Named(column).Where(v => v.Name.Count is >= 2 and <= 5 && (v.Name[^1].Script == Script.Digit || v.Name[^1].Raw.Length == 1)).GroupBy(v => string.Join(' ', v.Name[..^1].Select(t => t.Text))))
        {
            var phrase = kin.First().Name[..^1];
            if (kin.Count() > 1 && kin.Count() < column.Values.Count && phrase.Sum(t => t.Raw.Length) > 2) yield return (phrase, [.. kin.Select(v => v.Value)]);
        }
    }

    /// <summary>"in a gale" of Gale - east and Gale - west, "closed" of Closed Won and Closed Lost: what several states begin with, and "open" for those that do not.</summary>
    public static IEnumerable<(List<Token> Phrase, string[] Values)> States(Column column)
    {
        if (column is not { Type: ColumnType.Text, Role: ColumnRole.Dimension, Values.Count: > 2 and <= FewStates }) yield break;
        foreach (var kin in Named(column).Where(v => v.Name.Count > 1 && v.Name[0] is { Script: Script.Word, Raw.Length: > 2 }).GroupBy(v => v.Name[0].Text))
        {
            var (first, ends) = (kin.First().Name[..1], kin.Key == Closed);
            string[] alike = [.. kin.Select(v => v.Value)], others = [.. column.Values.Except(alike, StringComparer.Ordinal)];
            if (alike.Length < 2 || others.Length == 0 || !ends && !(kin.All(v => v.Name[1] is { Script: Script.Mark, Glued: false }) && !Vocabulary.Spoken.Contains(first[0].Raw))) continue;
            yield return (first, alike);
            if (!ends || Array.Exists(others, value => Tokens.Of(value, 6).Exists(t => Over.Contains(t.Text)))) continue;
            foreach (var open in Opened) yield return (open, others);
        }
    }

    private static IEnumerable<(string Value, List<Token> Name)> Named(Column column) => column.Values!.Select(value => (value, Tokens.Of(value, 6)));
}
