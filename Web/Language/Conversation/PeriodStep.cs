using static System.Globalization.CultureInfo;
using System.Text.Json;
using Web.Kernel;
using Web.Semantics;

namespace Web.Language;

/// <summary>「その前の月は？」 "and the year before?", "the quarter after that": the chart of the period beside the one that is shown.</summary>
internal static class PeriodStep
{
    private static readonly string[] Before = ["その前の", "前の", "その前", "一つ前の", "ひとつ前の", "1つ前の", "before", "earlier"];
    private static readonly string[] After = ["その次の", "次の", "その次", "一つ後の", "after"];
    private static readonly HashSet<string> Said = new(StringComparer.Ordinal) { "and", "what", "about", "whatabout", "howabout", "how", "the", "that", "one", "it", "for", "now", "show", "me", "please", "では", "じゃあ", "は", "も", "で", "と", "を", "の", "だと", "どう", "ですか", "でしょうか", "見せて", "お願いします", "same", "as", "but", "in", "of", "thesame", "forthe", "inthe", "andthe", "thatone", "お願い" };
    private static readonly (string Word, int Months)[] Units = [("month", 1), ("quarter", 3), ("year", 12), ("か月", 1), ("四半期", 3), ("月", 1), ("年", 12)];

    /// <summary>The chart a step of time away, or null where the words say anything else.</summary>
    public static ChartQuery? Of(ChartQuery previous, string utterance, Calendar calendar, DateOnly today)
    {
        if (previous.Filters.Where(f => f is { Op: FilterOp.InPeriod, Grain: null, Any: null, Value.ValueKind: JsonValueKind.String }).ToList() is not [var shown]) return null;
        if (PeriodWord.Resolve(shown.Value!.Value.GetString()!, calendar, today) is not { From: { } from, To: { } to } || Direction(utterance) is not (not 0 and var direction, var said)) return null;
        var own = MonthsOf(from, to);
        if (own == 0) return null;
        var step = (said == 0 ? own : said) * direction;
        var moved = new Period(from.AddMonths(step), to.AddDays(1).AddMonths(step).AddDays(-1));
        return previous with { Filters = [.. previous.Filters.Select(f => f == shown ? ChartFilter.On(shown.Field!, FilterOp.InPeriod, Word(moved, own)) : f)] };
    }

    /// <summary>Whole months from the first of one to the end of one; 0 for any other days.</summary>
    private static int MonthsOf(DateOnly from, DateOnly to) => from.Day == 1 && to.AddDays(1) is { Day: 1 } next ? ((next.Year - from.Year) * 12) + next.Month - from.Month : 0;

    private static (int Direction, int Months) Direction(string utterance)
    {
        var words = Tokens.Of(utterance).Where(t => t.Script != Script.Mark).ToList();
        if (words.Count is 0 or > 8) return default;
        var text = string.Concat(words.Select(t => t.Raw));
        var unit = Array.Find(Units, u => text.Contains(u.Word, StringComparison.Ordinal));
        if (words[0].IsJapanese)
        {
            foreach (var (leads, direction) in new[] { (Before, -1), (After, 1) })
            {
                if (Array.Find(leads, lead => text.StartsWith(lead, StringComparison.Ordinal)) is not { } lead) continue;
                var rest = text[lead.Length..];
                if (unit.Word is not null && rest.StartsWith(unit.Word, StringComparison.Ordinal)) rest = rest[unit.Word.Length..];
                return rest.Length == 0 || Said.Contains(rest) || rest is "はどう" or "はどうですか" or "はどうでしたか" or "も見せて" or "も" or "を見せて" or "のは" or "について" ? (direction, unit.Months) : default;
            }
            return default;
        }
        var turn = words.Find(t => Before.Contains(t.Raw) || After.Contains(t.Raw));
        if (turn is null || unit.Word is null || words.Exists(t => t != turn && t.Text != unit.Word && !Said.Contains(t.Raw))) return default;
        return (Before.Contains(turn.Raw) ? -1 : 1, unit.Months);
    }

    /// <summary>As a query writes it: 2025, 2025-Q3, 2025-07, or its two days.</summary>
    private static object Word(Period days, int months)
    {
        var from = days.From!.Value;
        return months switch
        {
            1 => from.ToString("yyyy-MM", InvariantCulture),
            3 when from.Month % 3 == 1 => string.Create(InvariantCulture, $"{from.Year}-Q{(from.Month + 2) / 3}"),
            12 when from.Month == 1 => from.Year.ToString(InvariantCulture),
            _ => new Dictionary<string, string> { ["from"] = from.ToString("yyyy-MM-dd", InvariantCulture), ["to"] = days.To!.Value.ToString("yyyy-MM-dd", InvariantCulture) },
        };
    }
}
