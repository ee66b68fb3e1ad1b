using Web.Semantics;

namespace Web.Language;

/// <summary>
/// 審査日数 beside 所要日数, "treatment time" beside <c>duration_min</c>: a word that is not known here before a head that only one column
/// has. The column must say nothing else of what it measures, else it is another figure (a waiting time is no treatment time).
/// </summary>
internal static class HeadNouns
{
    private const double Quality = 0.7;

    private enum Kind { Time, Heat, Pressure, Length, Mass, Percent, Amount }

    private static readonly (string Head, Kind Kind)[] Heads =
    [
        ("量", Kind.Amount), ("volume", Kind.Amount), ("tonnage", Kind.Amount),
        ("時間", Kind.Time), ("日数", Kind.Time), ("分数", Kind.Time), ("秒数", Kind.Time), ("期間", Kind.Time), ("time", Kind.Time), ("duration", Kind.Time), ("days", Kind.Time), ("minutes", Kind.Time), ("hours", Kind.Time), ("seconds", Kind.Time),
        ("温度", Kind.Heat), ("temperature", Kind.Heat), ("temp", Kind.Heat), ("圧力", Kind.Pressure), ("圧", Kind.Pressure), ("pressure", Kind.Pressure), ("距離", Kind.Length), ("distance", Kind.Length), ("重量", Kind.Mass), ("重さ", Kind.Mass), ("weight", Kind.Mass),
    ];

    /// <summary>Words of a header that say only that something was measured.</summary>
    private static readonly HashSet<string> Plain =
    [
        .. Tokens.Of("time duration elapsed total taken took turnaround lead processing process handling service length run cycle on days minutes hours seconds minute hour second day min mins sec secs hrs  temperature temp pressure distance weight mass reading value measured c f psi bar kpa mpa hpa km mi m kg g lb t s h d").Select(t => t.Text),
    ];

    private static readonly string[] PlainJapanese = ["正味", "所要", "処理", "対応", "経過", "合計", "総", "実", "時間", "日数", "分数", "秒数", "期間", "温度", "圧力", "圧", "距離", "重量", "重さ", "測定", "計測", "値", "(", ")", "（", "）", "_", "分", "秒", "日", "h", "℃", "kg", "kl", "ml", "gb", "mb", "kwh", "t", "l", "m3", "㎥"];

    public static bool Name(Unknowns unknowns, int i)
    {
        if (unknowns.IsGuessed(i) || unknowns.IsName(i) || unknowns.Means(i - 1, m => m is NumberMeaning)) return false;
        if (NamePart(unknowns, i) || NameLength(unknowns, i)) return true;
        if (GluedWords.Of(unknowns.Written(i)) is { } parts && Of(unknowns.Lexicon.Contract, parts) is { } glued) return unknowns.Guess(i, i, [glued with { Written = unknowns.Written(i) }]);
        var last = IsHead(unknowns, i) ? i + 1 : i;
        return Of(unknowns.Lexicon.Contract, unknowns.Phrase(i, last)) is { } meaning && unknowns.Guess(i, last, [meaning]);
    }

    private static bool IsHead(Unknowns unknowns, int unknown)
    {
        if (unknown + 1 >= unknowns.Count || unknowns.First(unknown + 1) is not { Script: not (Script.Mark or Script.Digit or Script.Hiragana) } head || head.IsJapanese != unknowns.First(unknown).IsJapanese || (head.IsJapanese && !head.Glued)) return false;
        return unknowns.Means(unknown + 1, m => m is WordMeaning or UnknownMeaning or FieldMeaning { Own: false }) && !unknowns.Means(unknown + 1, m => m is WordMeaning { Word.Kind: WordKind.ByAfter or WordKind.By });
    }

    /// <summary>"how long does it take", "length of stay": the only stretch of time that is kept.</summary>
    private static bool NameLength(Unknowns unknowns, int i)
    {
        var asked = unknowns.Written(i) is "long" && i > 0 && unknowns.Last(i - 1).Raw is "how";
        if (!asked && !(unknowns.Written(i) is "length" && i + 2 < unknowns.Count && unknowns.Written(i + 1) is "of" && unknowns.Last(i + 2).Raw is "stay" or "stays" or "visit" or "visits" or "call" or "calls" or "wait" or "trip" or "trips" or "session" or "sessions")) return false;
        var lasting = Units.Durations(unknowns.Lexicon.Contract);
        // "how long does a visit take" beside a waiting time
        if (lasting.Count > 1 && !unknowns.Tokens.Any(t => t.Raw.StartsWith("wait", StringComparison.Ordinal) || t.Raw.StartsWith("delay", StringComparison.Ordinal) || t.Raw is "late" or "queue")) lasting = [.. lasting.Where(c => !ColumnForms.NamesOf(c).Any(name => name.Any(t => t.Raw is "wait" or "waiting" or "late" or "delay")) && !(c.SourceName ?? c.Name).Contains('待', StringComparison.Ordinal) && !(c.SourceName ?? c.Name).Contains('遅', StringComparison.Ordinal))];
        return lasting is [var only] && unknowns.Guess(i, i, [new FieldMeaning(only, Quality + 0.1, Written: unknowns.Written(i))]);
    }

    /// <summary>焙煎量: of the columns that the word before speaks of in part, the one that the head fits.</summary>
    private static bool NamePart(Unknowns unknowns, int i)
    {
        if (i == 0 || unknowns.Written(i) is "time" || unknowns.First(i).IsJapanese && !unknowns.First(i).Glued || unknowns.First(i).IsJapanese != unknowns.First(i - 1).IsJapanese || Array.Find(Heads, head => head.Head == unknowns.Written(i)) is not { Head: not null } head) return false;
        List<Column> meant = [.. unknowns[i - 1].Meanings.OfType<FieldMeaning>().Where(f => f is { Own: false, Column.Role: ColumnRole.Measure } && Is(unknowns.Lexicon.Contract, f.Column, head.Kind)).Select(f => f.Column).Distinct()];
        return meant is [var only] && unknowns.Guess(i - 1, i, [new FieldMeaning(only, Quality + 0.1, Written: unknowns.Written(i - 1, i))]);
    }

    /// <summary>The only column that the phrase can mean by its head, or null.</summary>
    public static FieldMeaning? Of(DatasetContract contract, IReadOnlyList<Token> phrase)
    {
        var written = string.Concat(phrase.Select(t => t.Raw));
        if (KindOf(phrase, written) is not { } kind) return null;
        List<Column> all = [.. contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, IsNumeric: true } && Is(contract, c, kind))];
        List<Column> measured = all.FindAll(column => Provisional.WordOf(column, all) is null);
        return measured is [var only] && IsPlain(only) ? new FieldMeaning(only, Quality, Written: written) : null;
    }

    private static Kind? KindOf(IReadOnlyList<Token> phrase, string written)
    {
        foreach (var (head, kind) in Heads)
        {
            if (phrase[0].IsJapanese ? written.Length > head.Length + 1 && written.EndsWith(head, StringComparison.Ordinal) : phrase.Count > 1 && phrase[^1].Raw == head) return kind;
        }
        return null;
    }

    private static bool Is(DatasetContract contract, Column column, Kind kind) => kind switch
    {
        Kind.Time => Units.Durations(contract).Contains(column),
        Kind.Amount => !DefaultMeasure.IsMoney(column) && (Units.IsAmount(column) || Ends(column, "量")),
        Kind.Heat => Ends(column, "temperature", "temp", "温度", "気温") || column.Unit is "℃" or "°C" or "°F" or "℉",
        Kind.Pressure => Ends(column, "pressure", "圧力", "圧") || column.Unit?.ToLowerInvariant() is "psi" or "kpa" or "mpa" or "hpa" or "bar",
        Kind.Length => Ends(column, "distance", "距離") || column.Unit is "km" or "mi",
        _ => Ends(column, "weight", "mass", "重量", "重さ"),
    };

    private static bool Ends(Column column, params string[] ends) =>
        ColumnForms.NamesOf(column).Any(name => string.Concat(name.Select(t => t.Raw)) is var whole && ends.Any(end => whole.Contains(end, StringComparison.Ordinal)));

    private static bool IsPlain(Column column) => ColumnForms.NamesOf(column).Any(name => name.Any(t => t.IsJapanese) ? IsPlainJapanese(string.Concat(name.Select(t => t.Raw))) : name.All(t => Plain.Contains(t.Text)));

    private static bool IsPlainJapanese(string name)
    {
        foreach (var word in PlainJapanese) name = name.Replace(word, "", StringComparison.Ordinal);
        return name.Length == 0;
    }
}
