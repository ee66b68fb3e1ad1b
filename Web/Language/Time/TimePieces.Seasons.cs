using Web.Kernel;

namespace Web.Language;

/// <content>Seasons of a certain year: last summer, 昨夏, this winter.</content>
internal sealed partial class TimePieces
{
    private static readonly Dictionary<string, int> SeasonStarts = new(StringComparer.Ordinal)
    {
        ["spring"] = 3,
        ["summer"] = 6,
        ["autumn"] = 9,
        ["fall"] = 9,
        ["winter"] = 12,
        ["春"] = 3,
        ["夏"] = 6,
        ["秋"] = 9,
        ["冬"] = 12,
    };

    private TimePiece? Season(int i)
    {
        var at = Raw(i) == "the" ? i + 1 : i;
        if (!SeasonStarts.TryGetValue(Raw(at + 1), out var month) || (tokens[at].IsJapanese && !tokens[at + 1].Glued)) return null;
        var first = new DateOnly(today.Year, month, 1);
        return Raw(at) switch
        {
            "last" or "past" or "previous" or "昨" => Of(at + 2, first.AddMonths(3) <= today ? first : first.AddYears(-1)),
            "this" or "current" or "今" => Of(at + 2, month == 12 && today.Month < 3 ? first.AddYears(-1) : first),
            "next" or "coming" or "来" => Of(at + 2, first > today ? first : first.AddYears(1)),
            _ => null,
        };
    }

    private static TimePiece Of(int end, DateOnly first) => new(end) { Days = new Period(first, first.AddMonths(3).AddDays(-1)) };
}
