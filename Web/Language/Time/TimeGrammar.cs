using Web.Kernel;
using Web.Semantics;

namespace Web.Language;

/// <summary>Time expressions with their ends: since 2024, from March to May, 3月から5月まで, 2020年以降, before 2000.</summary>
internal sealed class TimeGrammar(IReadOnlyList<Token> tokens, Calendar calendar, DateOnly today)
{
    private readonly TimePieces pieces = new(tokens, calendar, today);

    /// <summary>The longest time expression that begins at <paramref name="i"/>, with the index after it.</summary>
    public (int End, TimePhrase Phrase)? At(int i)
    {
        (int End, TimePhrase Phrase)? best = null;
        foreach (var found in new[] { Part(i), DaysOfMonth(i), Prefixed(i), Plain(i), HourGrammar.At(tokens, i) })
        {
            if (found is not null && (best is null || found.Value.End > best.Value.End)) best = found;
        }
        return best;
    }

    private string Raw(int i) => i >= 0 && i < tokens.Count ? tokens[i].Raw : "";

    private (int End, TimePhrase Phrase)? Part(int i)
    {
        if (EveryYear(i) is { } month) return (month.End, new TimePhrase(null, default, Part: Grain.MonthOfYear, Values: [month.Month]));
        if (Weekdays(i) is { } named) return (named, new TimePhrase(null, default, Part: Grain.Weekday, Values: [1, 2, 3, 4, 5]));
        (int End, string Key)? found = null;
        foreach (var (end, keys) in TimeWords.Parts.At(tokens, i))
        {
            if (IsWhole(i, end)) found = (end, keys[0]);
        }
        if (found is not { } part) return null;
        var words = part.Key.Split(' ');
        return (part.End, new TimePhrase(null, default, Part: Grouping.GrainOf(words[0]), Values: [.. words[1..].Select(TimePieces.Parse)]));
    }

    /// <summary>"from 2 to 8 November 2026", "2-8 Nov", "between the 2nd and the 8th of November": the first day has no month of its own.</summary>
    private (int End, TimePhrase Phrase)? DaysOfMonth(int i)
    {
        var at = Raw(i) is "from" or "between" ? i + 1 : i;
        if (Raw(at) is "the") at++;
        if (at >= tokens.Count || tokens[at] is not { Number: >= 1 and <= 31 and var day, IsJapanese: false } || tokens[at].Raw.Length > 4) return null;
        var join = Raw(at + 1) is "st" or "nd" or "rd" or "th" ? at + 2 : at + 1;
        if (Raw(join) is not ("to" or "-" or "~" or "until" or "till" or "through") && !(Raw(join) is "and" && Raw(i) is "between")) return null;
        var second = Raw(join + 1) is "the" ? join + 2 : join + 1;
        // "copies 2 to 8 May": behind a noun the numbers may be its own; "2 to 5 may sell" is no month.
        if (at == i && i > 0 && Raw(join) is not "-" && Raw(i - 1) is not ("on" or "in" or "for" or "over" or "during" or "," or ":" or "(" or "of")) return null;
        if (second >= tokens.Count || tokens[second].Number is not (>= 1 and <= 31) || Raw(second + 1) is "may" && !tokens[second + 1].Capital || pieces.At(second) is not { } last || last.Resolve(calendar, today) is not { Days: { From: { } end, To: { } to } } phrase || end != to || day >= end.Day) return null;
        return (last.End, phrase with { Word = null, Days = new Period(new DateOnly(end.Year, end.Month, (int)day), end) });
    }

    /// <summary>毎年3月, "every March": the month of all years.</summary>
    private (int End, int Month)? EveryYear(int i)
    {
        if (Raw(i) is "every" or "each" && TimeWords.Months.TryGetValue(Raw(i + 1), out var named)) return (i + 2, named);
        return Raw(i - 2) + Raw(i - 1) is "毎年" && i < tokens.Count && tokens[i].Number is >= 1 and <= 12 and var month && Raw(i + 1) is "月" && Raw(i + 2) is not "から" ? (i + 2, (int)month) : null;
    }

    /// <summary>秋田 is no autumn, 朝日 no morning, and "by weekdays" no condition.</summary>
    private bool IsWhole(int from, int end)
    {
        if (end - from == 1 && tokens[from].Script == Script.Kanji)
        {
            var before = from > 0 && tokens[from].Glued && tokens[from - 1].Script == Script.Kanji && tokens[from - 1].Raw is not ("今" or "昨" or "毎" or "年" or "月" or "日" or "春" or "夏" or "秋" or "朝" or "昼");
            var after = end < tokens.Count && tokens[end] is { Glued: true, Script: Script.Kanji } && !IsSeason(end) && Raw(end) is not ("限" or "以" or "対" or "比" or "分" or "頃" or "平" or "合" or "総" or "最");
            return !before && !after;
        }
        return Raw(from) != "weekday" && (Raw(from) != "weekdays" || Raw(from - 1) is not ("by" or "per" or "each" or "across" or "of" or "what" or "which" or "put") && !(Raw(from + 1) is "on" && (Raw(from + 2) is "x" || Raw(from + 2) is "the" && Raw(from + 3) is "x" or "axis")));
    }

    private bool IsSeason(int i) => Raw(i) is "春" or "夏" or "秋" or "冬" or "朝" or "昼" or "夜" or "晩";

    /// <summary>"weekday vs weekend": beside the weekend the five days are meant, not the step.</summary>
    private int? Weekdays(int i)
    {
        if (Raw(i) is not ("weekday" or "weekdays")) return null;
        bool Joins(int k) => Raw(k) is "vs" or "versus" or "and" or "or" or "/" or "&" or "-" or "," or "against" or "to" or "than" or "." or "with";
        bool Weekend(int k) => Raw(k) is "weekend" or "weekends";
        var after = i + 1;
        while (after < i + 4 && Joins(after)) after++;
        var before = i - 1;
        while (before > i - 4 && Joins(before)) before--;
        return (after > i + 1 && Weekend(after)) || (before < i - 1 && Weekend(before)) ? i + 1 : null;
    }

    /// <summary>since 2024; from March to May 2024; between 2010 and 2020; after, before, until, through.</summary>
    private (int End, TimePhrase Phrase)? Prefixed(int i)
    {
        var kind = Raw(i);
        var at = i + 1;
        var begun = kind is "starting" or "beginning" && Raw(at) is "in" or "on";
        if (kind is "starting" or "beginning")
        {
            kind = "since";
            if (Raw(at) is "from" or "in" or "on" or "with") at++;
        }
        // "later than 10 October", "earlier than March"
        if (kind is "later" or "earlier" && Raw(at) is "than")
        {
            kind = kind is "later" ? "after" : "before";
            at++;
        }
        if (kind is "up" && Raw(at) is "to" or "until" or "till")
        {
            kind = "until";
            at++;
        }
        // "no later than March", "not before 2024", "up to and including June"
        if (kind is "no" or "not" && (Raw(at) is "later" or "earlier" && Raw(at + 1) is "than" || Raw(at) is "before" or "after"))
        {
            var since = Raw(at) is "earlier" or "before";
            at += Raw(at + 1) is "than" ? 2 : 1;
            kind = since ? "since" : "until";
        }
        if (kind is "until" && Raw(at) is "and" && Raw(at + 1) is "including") at += 2;
        // "on or after 1 May", "on or before 2024-03-31"
        if (kind is "on" or "at" or "from" or "in" && Raw(at) is "or" && Raw(at + 1) is "after" or "before" or "since" or "until" or "later" or "earlier")
        {
            kind = Raw(at + 1) is "after" or "since" or "later" ? "since" : "until";
            at += Raw(at + 2) is "than" ? 3 : 2;
        }
        if (kind is "on" or "or") return null;
        if (kind is "prior" && Raw(at) is "to")
        {
            kind = "before";
            at++;
        }
        for (var small = 0; small < 2 && Raw(at) is "the" or "of" or "year"; small++) at++;
        if (((kind is "until" or "till" or "through" && Raw(at) is "end") || (kind is "since" or "from" && Raw(at) is "start" or "beginning")) && Raw(at + 1) is "of") at += 2;
        if (kind is not ("since" or "from" or "between" or "after" or "before" or "until" or "till" or "through" or "by" or "post" or "pre" or "during" or "in" or "within" or "over" or "for")) return null;
        if (pieces.At(at) is not { } first) return null;
        var end = first.End;
        if (kind is "from" or "between" && SecondAfter(end, kind == "between") is { } second) return Range(first, second, second.End);
        if (Resolve(first) is not { } phrase) return null;
        return kind switch
        {
            "from" when Raw(at) is "last" or "this" or "previous" or "next" => (end, phrase),
            "from" when Raw(at) is "yesterday" && Raw(end) is not ("on" or "onward" or "onwards" or "forward" or "to" or "until") && !tokens.Any(t => t.Text is "chang" or "change" or "trend" or "compar" or "compare" or "differ") => (end, phrase),
            "since" when begun && Raw(end) is not ("on" or "onward" or "onwards") => Open(end, phrase.Days.From, null, phrase.Assumed) is { } open ? (open.End, open.Phrase with { Begun = phrase }) : null,
            "since" or "from" => Open(end, phrase.Days.From, null, phrase.Assumed),
            "after" or "post" => Open(end, phrase.Days.To?.AddDays(1), null, phrase.Assumed),
            "before" or "pre" => Open(end, null, phrase.Days.From?.AddDays(-1), phrase.Assumed),
            "until" or "till" or "through" => Open(end, null, phrase.Days.To, phrase.Assumed),
            "by" => null,
            _ => (end, phrase),
        };
    }

    private TimePiece? SecondAfter(int end, bool between)
    {
        if (Raw(end) is not ("to" or "until" or "till" or "through" or "-" or "~" or "and" or "thru")) return null;
        if (Raw(end) == "and" && !between) return null;
        var at = Raw(end + 1) is "the" or "now" ? end + 2 : end + 1;
        return pieces.At(at);
    }

    private (int End, TimePhrase Phrase)? Plain(int i)
    {
        if (pieces.At(i) is not { } first) return null;
        var end = first.End;
        // 3月から5月まで, 2020〜2023年, 2010 to 2015, Jan-Mar 2024
        if (Joint(end) is { } joint && pieces.At(joint) is { } second && (first.Word is null || second.Word is not null))
        {
            var close = second.End;
            if (Raw(close) + Raw(close + 1) is "まで") close += 2;
            if (Raw(close) + Raw(close + 1) is "の間") close += 2;
            return Range(first, second, close);
        }
        if (FirstYearOfRange(first, end) is { } years) return years;
        if (Resolve(first) is not { } phrase) return null;
        end = pieces.Said(first, end);
        return Suffixed(end, phrase) ?? (end, phrase);
    }

    /// <summary>2020〜2023年: the first year has no 年 of its own.</summary>
    private (int End, TimePhrase Phrase)? FirstYearOfRange(TimePiece first, int end)
    {
        if (first.Year is null || Raw(end) is not ("~" or "-")) return null;
        return pieces.At(end + 1) is { } second ? Range(first, second, second.End) : null;
    }

    private int? Joint(int i)
    {
        if (Raw(i) is "to" or "until" or "through" or "-" or "~" or "till" or "thru") return i + 1;
        return Raw(i) + Raw(i + 1) is "から" ? i + 2 : null;
    }

    private (int End, TimePhrase Phrase)? Suffixed(int end, TimePhrase phrase)
    {
        // 2025年末まで, 3月1日時点まで
        if (Raw(end) is "末" && Raw(end + 1) + Raw(end + 2) is "まで") end++;
        else if (Raw(end) + Raw(end + 1) + Raw(end + 2) + Raw(end + 3) is "時点まで") end += 2;
        var two = Raw(end) + Raw(end + 1);
        if (two is "以降" or "以後" or "以来") return Open(end + 2, phrase.Days.From, null, phrase.Assumed);
        if (two is "以前") return Open(end + 2, null, phrase.Days.To, phrase.Assumed);
        if (two is "まで") return Open(end + 2, null, phrase.Days.To, phrase.Assumed);
        if (two + Raw(end + 2) + Raw(end + 3) + Raw(end + 4) is "から始まる" && Raw(end + 5) is not ("四" or "半" or "年" or "週" or "会" or "期")) return Open(end + 5, phrase.Days.From, null, phrase.Assumed);
        if (two is "から") return Open(end + 2, phrase.Days.From, null, phrase.Assumed);
        if (two + Raw(end + 2) is "より前") return Open(end + 3, null, phrase.Days.From?.AddDays(-1), phrase.Assumed);
        if (two + Raw(end + 2) is "より後" || two + Raw(end + 2) + Raw(end + 3) is "よりあと") return Open(end + (Raw(end + 2) is "後" ? 3 : 4), phrase.Days.To?.AddDays(1), null, phrase.Assumed);
        if (Raw(end) is "onwards" or "onward") return Open(end + 1, phrase.Days.From, null, phrase.Assumed);
        if (Raw(end) is "or" or "and" && Raw(end + 1) is "later" or "after" or "newer" or "onward" or "onwards") return Open(end + 2, phrase.Days.From, null, phrase.Assumed);
        if (Raw(end) is "or" or "and" && Raw(end + 1) is "earlier" or "before" or "older") return Open(end + 2, null, phrase.Days.To, phrase.Assumed);
        return null;
    }

    private static (int End, TimePhrase Phrase)? Open(int end, DateOnly? from, DateOnly? to, bool assumed) =>
        from is null && to is null ? null : (end, new TimePhrase(null, new Period(from, to), assumed));

    private TimePhrase? Resolve(TimePiece piece) => piece.Resolve(calendar, today);

    private (int End, TimePhrase Phrase)? Range(TimePiece first, TimePiece second, int end)
    {
        var to = second.Resolve(calendar, today, first.Year);
        if (to is null) return null;
        var from = first.Resolve(calendar, today, second.Year ?? (first.LacksYear ? to.Days.From?.Year : null));
        if (from is null) return null;
        if (from.Days.From > to.Days.To && first.LacksYear && second.LacksYear) from = first.Resolve(calendar, today, to.Days.From?.Year - 1);
        if (from?.Days.From is not { } start || to.Days.To is not { } stop || start > stop) return null;
        return (end, new TimePhrase(null, new Period(start, stop), first.LacksYear && second.LacksYear));
    }
}
