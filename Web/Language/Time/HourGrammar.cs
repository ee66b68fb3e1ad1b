using Web.Semantics;

namespace Web.Language;

/// <summary>Hours of the day as conditions: 20時以降, 7時から9時, 18時台, "before 9 am", "between 8 am and 10 am" (on the clock of <see cref="Clock"/>).</summary>
internal static class HourGrammar
{
    private const int Last = 23;

    public static (int End, TimePhrase Phrase)? At(IReadOnlyList<Token> tokens, int i)
    {
        string Raw(int k) => k >= 0 && k < tokens.Count ? tokens[k].Raw : "";
        int? HourAt(int k) => k < tokens.Count && tokens[k].Number is >= 0 and <= 24 and var n && n == Math.Truncate(n) && Raw(k + 1) == "時" && Raw(k + 2) != "間" ? (int)n : null;
        (int, TimePhrase)? Hours(int end, int from, int to) =>
            from > to || to > Last ? null : (end, new TimePhrase(null, default, Part: Grain.HourOfDay, Values: [.. Enumerable.Range(from, to - from + 1)]));

        if (tokens[i].Script == Script.Word)
        {
            var at = Raw(i) is "earlier" or "later" && Raw(i + 1) == "than" ? i + 2 : i + 1;
            if (HourAt(at) is not { } said) return null;
            var second = Raw(at + 2) is "and" or "to" or "until" or "till" or "-" ? HourAt(at + 3) : null;
            return (Raw(i), second) switch
            {
                ("from" or "between", { } to) => Hours(at + 5, said, to),
                ("before" or "until" or "till" or "earlier", _) => Hours(at + 2, 0, said - 1),
                ("after" or "since" or "from" or "later" or "past", _) => Hours(at + 2, said, Last),
                ("at" or "around", _) => Hours(at + 2, said, said),
                _ => null,
            };
        }
        if (HourAt(i) is not { } hour) return null;
        var end = i + 2;
        var two = Raw(end) + Raw(end + 1);
        if (Raw(end) == "台") return Hours(end + 1, hour, hour);
        if (two is "以降" or "以後" or "過ぎ") return Hours(end + 2, hour, Last);
        if (two is "以前") return Hours(end + 2, 0, hour);
        if (two + Raw(end + 2) is "より前") return Hours(end + 3, 0, hour - 1);
        if (two is "から" or "まで" || Raw(end) is "~" or "-")
        {
            var next = Raw(end) is "~" or "-" ? end + 1 : end + 2;
            if (two is "まで") return Hours(next, 0, hour - 1);
            if (HourAt(next) is not { } to) return two is "から" ? Hours(next, hour, Last) : null;
            var close = next + 2;
            if (Raw(close) + Raw(close + 1) is "まで" or "の間") close += 2;
            return Hours(close, hour, to);
        }
        return null;
    }
}
