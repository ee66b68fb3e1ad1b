using Web.Semantics;

namespace Web.Language;

/// <summary>"departure date", 出発日 where a table keeps one date that says no more than that: whatever was done on that day.</summary>
internal static class DateNouns
{
    public static bool Name(Unknowns unknowns, int i)
    {
        if (unknowns.IsGuessed(i) || unknowns.IsName(i) || i + 1 >= unknowns.Count || unknowns.First(i).Script is Script.Mark or Script.Digit or Script.Hiragana) return false;
        var head = unknowns.Written(i + 1);
        if (unknowns.First(i).IsJapanese ? head is not ("日" or "日付" or "日時") || !unknowns.First(i + 1).Glued : head is not ("date" or "dates")) return false;
        return unknowns.Lexicon.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Time }).ToList() is [{ IsTemporal: true } only] && ColumnForms.NamesOf(only).All(SaysNoMore) && unknowns.Guess(i, i + 1, [new FieldMeaning(only, 0.8, Written: unknowns.Written(i, i + 1))]);
    }

    private static bool SaysNoMore(IReadOnlyList<Token> name) =>
        name is [{ Raw: "date" or "day" or "datetime" or "timestamp" or "time" or "dt" or "ts" }] || string.Concat(name.Select(t => t.Raw)) is "日付" or "日時" or "年月日" or "日";
}
