using Web.Semantics;

namespace Web.Language;

/// <summary>One way to say a column.</summary>
/// <param name="Own">The column's whole name or title, not a word for it.</param>
internal readonly record struct Form(IReadOnlyList<Token> Tokens, double Quality, bool Weak = false, bool Own = false);

/// <summary>The ways to say a column: its names, its names without "id" or "cm", their translations, and their parts.</summary>
internal static class ColumnForms
{
    private const double PartOnly = 0.6;
    private static readonly HashSet<string> Small = Stems("of the a in on at to for by with without incl excl including excluding is has was per and no id key code number num nbr cnt type name date time flag out off over");
    private static readonly HashSet<string> Prefixes = Stems("is has was did num number no n count total");
    private static readonly HashSet<string> Units = Stems(
        "cm mm km kg g lb lbs m ft inch inches mph kph kmh usd eur jpy yen dollars pct percent celsius c f hpa mb gb minutes hours seconds secs days years k thousand million 円 千円 万円 百万円 数 分 秒 度");
    private static readonly HashSet<string> IdentityTails = Stems("id key code no number nbr name");
    private static readonly string[] JapaneseTails = ["コード", "番号", "名称", "フラグ", "名", "数", "額"];
    private static readonly HashSet<string> TimeNouns = new(StringComparer.Ordinal) { "日", "時", "付", "刻", "月", "年", "期", "限", "度", "週", "間", "切", "イ", "ト", "ム", "プ", "り" };
    private static readonly HashSet<string> Verbs = Stems("complete start finish close open ship order deliver create join hire admit discharge visit release publish pay end begin");
    private static readonly HashSet<string> TimeTails = Stems("on at date time day dt datetime timestamp");

    public static IEnumerable<Form> Of(Column column)
    {
        List<Form> forms = [.. Fitting(column)];
        return column is { IsNumeric: true, Unit: "%" } || PercentNames.AreShares(column) ? [.. forms, .. PercentNames.Of(forms)] : forms;
    }

    private static IEnumerable<Form> Fitting(Column column)
    {
        var counts = Counts(column);
        var rates = column.IsNumeric && !counts;
        foreach (var form in All(column).Where(form => form.Own || ((counts || column.Role == ColumnRole.Measure && (column.DefaultAggregate != Aggregates.Mean || form.Quality >= PartOnly) || !Counts(form.Tokens)) && (rates || !IsRate(form.Tokens)))))
            yield return column.Role == ColumnRole.Time && !form.Own && IsVerb(form.Tokens) ? form with { Weak = true, Quality = Math.Min(form.Quality, 0.9) } : form;
    }

    /// <summary>Its name says that it counts something.</summary>
    public static bool Counts(Column column) => NamesOf(column).Any(name => Counts(name) || name is [.., { Text: "人" or "回" or "件" }] or [{ Text: "num" or "number" or "count" or "n" or "no" }, _, ..] or [{ Raw: "enrolled" or "enrollment" or "enrolment" or "attendees" or "headcount" }] && column is { Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum });

    /// <summary>犯罪件数, "crime count", "number of crimes": how many there are is asked of the rows, not of a column of kinds.</summary>
    public static bool Counts(IReadOnlyList<Token> form) => form.Count > 1 && (form[^1].Text is "数" or "count" || (form[0].Text == "number" && form[1].Text == "of"));

    /// <summary>"churn rate", 返品率: a share of the rows, not the flag or the number of those who did.</summary>
    private static bool IsRate(IReadOnlyList<Token> form) => form.Count > 1 && form[^1].Raw is "rate" or "ratio" or "percentage" or "percent" or "率" || (form.Count > 2 && form[^1].Raw is "合" && form[^2].Raw is "割");

    /// <summary>What the column itself is called, in words.</summary>
    public static IEnumerable<IReadOnlyList<Token>> NamesOf(Column column)
    {
        foreach (var name in Names(column))
        {
            var whole = Tokens.OfName(name);
            yield return whole;
            foreach (var written in Abbreviations.Expand(whole)) yield return written;
        }
    }

    private static IEnumerable<string> Names(Column column) =>
        new[] { column.Name }.Where(name => column.SourceName is null || !IsPlaceholder(name)).Concat(column.SourceName is { } source ? [source] : Array.Empty<string>()).Concat(column.Titles.Values).SelectMany(Decorated.Of).Distinct(StringComparer.Ordinal);

    /// <summary><c>column_3</c>: a place, where the header could not be made a name.</summary>
    private static bool IsPlaceholder(string name) => name.StartsWith("column_", StringComparison.Ordinal) && name.AsSpan(7).ContainsAnyInRange('0', '9') && !name.AsSpan(7).ContainsAnyExceptInRange('0', '9');

    /// <summary>"closed" and 作成 tell which time is meant, they do not ask to divide by it.</summary>
    private static bool IsVerb(IReadOnlyList<Token> form) => form switch
    {
        [_] when Concepts.Events.Exactly(form) is not null => true,
        [{ Script: Script.Word } word] => word.Raw.EndsWith("ed", StringComparison.Ordinal) || word.Raw.EndsWith("ing", StringComparison.Ordinal) || word.Raw is "done" or "made" or "born" or "sent" or "begun" or "new" || Verbs.Contains(word.Text),
        [.., { IsJapanese: true } last] => !TimeNouns.Contains(last.Raw),
        _ => false,
    };

    private static IEnumerable<Form> All(Column column)
    {
        foreach (var priced in UnitPrices.Of(column)) yield return new Form(priced, 0.95);
        foreach (var name in Names(column))
        {
            yield return new Form(Tokens.Of(name), 1.0, Own: true);
            var whole = Tokens.OfName(name);
            yield return new Form(whole, 1.0, Own: true);
            var madeUp = IsMadeUp(column, name);
            foreach (var form in Derived(column, whole).Where(form => !madeUp || form.Tokens.All(t => whole.Exists(own => own.Text == t.Text)))) yield return form;
            foreach (var counted in Quantities.Of(column, whole)) yield return new Form(counted, 0.93);
            foreach (var each in PerHead.Of(name)) yield return new Form(each, 0.9);
            if (Joined(whole) is { } joined) yield return new Form(joined, 0.95);
            foreach (var written in Abbreviations.Expand(whole))
            {
                yield return new Form(written, 0.96);
                foreach (var form in Derived(column, written)) yield return form with { Quality = form.Quality - 0.02 };
                if (Joined(written) is { } one) yield return new Form(one, 0.93);
            }
        }
        foreach (var synonym in column.Synonyms) yield return new Form(Tokens.Of(synonym), 1.0);
        foreach (var words in column.Synonyms.Select(synonym => Tokens.Of(synonym)))
        {
            foreach (var alike in Alike(column, words)) yield return new Form(alike, 0.88);
            foreach (var form in Shorter(column, words))
            {
                yield return form;
                foreach (var alike in Translation.Of(form.Tokens)) yield return new Form(alike, form.Quality - 0.09, form.Weak);
            }
        }
    }

    /// <summary>学年 is kept as <c>grade</c>: what else that word means (a mark) is nothing that the header says.</summary>
    private static bool IsMadeUp(Column column, string name) =>
        name == column.Name && column.SourceName is { } source && Tokens.OfName(source) is [{ IsJapanese: true }, ..] said && said.TrueForAll(t => t.IsJapanese) && Translation.Of(said).Any(alike => !alike[0].IsJapanese);

    /// <summary>"homeroom" for home_room, "fueltype" for fuel_type.</summary>
    private static List<Token>? Joined(List<Token> name) =>
        name.Count is 2 or 3 && name.TrueForAll(t => t.Script == Script.Word) ? Tokens.Of(string.Concat(name.Select(t => t.Raw))) : null;

    /// <summary>The other words for a name; a flight number is no number of flights.</summary>
    private static IEnumerable<IReadOnlyList<Token>> Alike(Column column, IReadOnlyList<Token> name) =>
        Translation.Of(name).Where(alike => column.Role == ColumnRole.Measure || alike[^1].Text is not ("数" or "count"));

    /// <summary>The wider vocabulary's words, but none that counts: how many there are is asked of the rows first.</summary>
    private static IEnumerable<IReadOnlyList<Token>> Widely(Column column, IReadOnlyList<Token> name) =>
        (Concepts.Names.Exactly(name) is not null ? Concepts.Trades : Concepts.Wide).Exactly(name)?.SelectMany(a => a).Where(alike => alike[0].Text is not ("number" or "count" or "no") && (alike[^1].Text is not ("数" or "count" or "number") || IsMeasured(column, alike))) ?? [];

    /// <summary>待ち秒数 counts seconds, and 転送回数 what a column of numbers adds up; neither counts rows.</summary>
    private static bool IsMeasured(Column column, IReadOnlyList<Token> name) =>
        column.Role == ColumnRole.Measure && name.Count > 2 && name[^1].Text is "数" && (name[^2].Raw is "秒" or "分" or "日" or "間" or "年" || (name[^2].Raw is "回" or "食" or "本" or "室" or "席" or "人" or "客" && column is { Unit: null, DefaultAggregate: Aggregates.Sum } && column.Type != ColumnType.Money));

    private static IEnumerable<Form> Derived(Column column, List<Token> whole)
    {
        foreach (var alike in Alike(column, whole)) yield return new Form(alike, 0.9);
        foreach (var alike in Widely(column, whole)) yield return new Form(alike, 0.8);
        foreach (var shorter in Shorter(column, whole))
        {
            yield return shorter;
            foreach (var alike in Translation.Of(shorter.Tokens)) yield return new Form(alike, shorter.Quality - 0.07, shorter.Weak);
            foreach (var alike in Widely(column, shorter.Tokens)) yield return new Form(alike, shorter.Quality - 0.16, shorter.Weak);
            if (!shorter.Weak) continue;
            foreach (var named in Concepts.Events.Exactly(shorter.Tokens)?.SelectMany(a => a) ?? [])
            {
                yield return new Form(named, 0.76, Weak: true);
                // 到着日 for arrival_date, オープン日 for opened_at
                if (column.IsTemporal && named.Count > 0 && named[0].IsJapanese) yield return new Form(Tokens.Of(string.Concat(named.Select(t => t.Raw)) + "日"), 0.85);
            }
        }
        foreach (var until in Until(column, whole)) yield return new Form(until, 0.86);
        var told = column.Role == ColumnRole.Measure && !Counts(column) && !DefaultMeasure.IsMoney(column);
        foreach (var part in NameParts.Of(whole, Small))
        {
            // "avg views" are the mean of views, not what is left of avg_view_pct.
            if (part.Tokens[^1].Text != whole[^1].Text && part.Tokens.Count > 1 && part.Tokens[0].Text is "average" or "mean" or "total" or "maximum" or "minimum") continue;
            // A patient's age is no number of patients.
            if (told && part.Tokens[^1].Text != whole[^1].Text && !IsHead(part.Tokens, whole) && FieldsOfLife.IsRows(part.Tokens)) continue;
            yield return part;
            // "arrival time" of first_arrival_min: a part of a span of time is one too.
            if (column is { Role: ColumnRole.Measure, Unit: { } unit } && Spans.Contains(Stem.Of(unit.ToLowerInvariant())) | unit is "min" or "h" or "s" or "分" or "秒" or "時間" && part.Tokens[^1].Raw is not ("time" or "duration") && part.Quality > 0.5)
                yield return new Form(part.Tokens[^1].IsJapanese ? [.. part.Tokens, .. JapaneseTimeWord] : [.. part.Tokens, .. TimeWord], part.Quality + 0.15);
        }
    }

    /// <summary>支払いまでの日数, 支払日数 of "Days to Pay".</summary>
    private static IEnumerable<List<Token>> Until(Column column, List<Token> whole)
    {
        if (column.Role != ColumnRole.Measure || whole is not [{ Raw: "days" or "hours" or "minutes" or "weeks" or "months" } span, { Raw: "to" or "until" or "till" }, _, ..]) yield break;
        var counted = span.Raw switch { "days" => "日数", "hours" => "時間", "minutes" => "分数", "weeks" => "週数", _ => "月数" };
        var rest = whole[2..];
        foreach (var deed in (Concepts.Events.Exactly(rest)?.SelectMany(a => a) ?? []).Concat(Translation.Of(rest)).Where(said => said[0].IsJapanese).Select(said => string.Concat(said.Select(t => t.Raw))).Distinct(StringComparer.Ordinal))
        {
            yield return Tokens.Of(deed + "までの" + counted);
            yield return Tokens.Of(deed + counted);
        }
    }

    /// <summary>"units" of units_collected: what was done with them stands behind.</summary>
    private static bool IsHead(IReadOnlyList<Token> part, List<Token> whole) =>
        part.Count == whole.Count - 1 && part[^1].Text == whole[^2].Text && whole[^1].Script == Script.Word && (whole[^1].Raw.EndsWith("ed", StringComparison.Ordinal) || whole[^1].Raw is "sold" or "sent" or "made" or "built" or "won" or "lost" or "paid" or "taken" or "given" or "caught" or "bought" or "grown" or "drawn" or "run");

    /// <summary>machine_id → machine, height_cm → height, is_manager → manager, 店舗名 → 店舗, hired_on → hired (weak).</summary>
    private static IEnumerable<Form> Shorter(Column column, List<Token> whole)
    {
        if (whole.Count == 0) yield break; // a header of blanks or marks says nothing
        var core = whole;
        if (core.Count > 1 && column.Type == ColumnType.Boolean && Prefixes.Contains(core[0].Text)) yield return new Form(core[1..], 0.97);
        if (core.Count > 1 && column.IsNumeric && Prefixes.Contains(core[0].Text))
        {
            core = core[0].Text == core[0].Raw && core.Count > 2 && core[1].Text == "of" ? core[2..] : core[1..];
            yield return new Form(core, 0.93);
        }
        foreach (var cut in Flag(column, core)) yield return new Form(cut, 0.94);
        var unit = column.Unit is { Length: <= 3 } own ? own.ToLowerInvariant() : null;
        while (core.Count > 1 && column.IsNumeric && (Units.Contains(core[^1].Text) || core[^1].Raw == unit))
        {
            var spent = Spans.Contains(core[^1].Text) || core[^1].Raw is "s" or "h" or "min" or "sec" or "hr";
            core = core[..^1];
            yield return new Form(core, 0.95);
            // wait_min is the wait time
            if (spent && core[^1].Text is not "time" && !core[^1].IsJapanese) yield return new Form([.. core, .. TimeWord], 0.93);
        }
        // co2_per_capita_t, population_m: one letter at the end of a figure is its unit.
        if (core.Count > 1 && column is { Role: ColumnRole.Measure, Unit: null } && core[^1] is { Script: Script.Word, Raw.Length: 1 }) yield return new Form(core[..^1], 0.95);
        if (core.Count > 1 && !column.IsTemporal && (column.IsNumeric ? RowNames.IsKey(column) : IdentityTails.Contains(core[^1].Text))) yield return new Form(core[..^1], 0.94);
        // A course is told by its title; a job title and a contact's are something else.
        if (core is [{ Raw: "course" or "book" or "film" or "movie" or "song" or "track" or "show" or "article" or "episode" or "paper" or "project" or "event" }, { Raw: "title" }]) yield return new Form(core[..^1], 0.94);
        if (column.Type == ColumnType.Text && column.Role == ColumnRole.Dimension && !core[^1].IsJapanese && core[^1].Text != "name")
            yield return new Form([.. core, .. NameWord], 0.97);
        if (column.IsTemporal && core[^1].Text is "since")
        {
            foreach (var begun in Begun) yield return new Form(begun, 0.78, Weak: true);
            foreach (var day in BegunDays) yield return new Form(day, 0.85);
        }
        // "Last Inspected", 最終点検日: the time at which it was done.
        if (core.Count > 1 && column.IsTemporal && core[0].Raw is "last" or "latest" or "recent" or "first") yield return new Form(core[1..], 0.8, Weak: true);
        if (core.Count > 3 && column.IsTemporal && core[0].Raw + core[1].Raw is "最終" or "前回" or "直近" or "最新" or "初回") yield return new Form(core[^1].Text is "日" ? core[2..^1] : core[2..], 0.8, Weak: true);
        // date_complaint_closed is the closing date
        if (core.Count > 1 && column.IsTemporal && core[0].Text is "date" or "day" && core[^1].Raw.EndsWith("ed", StringComparison.Ordinal)) yield return new Form([core[^1], .. DateWord], 0.86);
        if (core.Count > 1 && column.IsTemporal && TimeTails.Contains(core[^1].Text)) yield return new Form(core[..^1], 0.8, Weak: true);
        if (core.Count > 2 && column.IsTemporal && core[^1].Text is "日" or "時") yield return new Form(core[..^1], 0.8, Weak: true);
        if (core.Count > 3 && column.IsTemporal && core[^2].Text == "日" && core[^1].Text is "時" or "付") yield return new Form(core[..^2], 0.8, Weak: true);
        // 開業年, "release year", built_year: what happened then
        if (core.Count > 1 && column is { Role: ColumnRole.Time, IsTemporal: false } && core[^1].Text is "年" or "year" or "yr" && core.Count > (core[^1].IsJapanese ? 2 : 1)) yield return new Form(core[..^1], 0.8, Weak: true);
        // 総人口, 延べ利用者数: the whole of them is what anybody means.
        if (column.Role == ColumnRole.Measure && core.Count > 2 && core[0].Raw is "総" or "延" or "実" or "全") yield return new Form(core[1] is { Raw: "べ" } ? core[2..] : core[1..], 0.93);
        foreach (var tail in JapaneseTails)
        {
            var cut = core.Count - tail.Length;
            if (cut >= 2 && core[cut..].Select(t => t.Text).SequenceEqual(Tokens.Of(tail).Select(t => t.Text), StringComparer.Ordinal))
                yield return new Form(core[..cut], 0.94);
            // 館名, 県コード: one character says it too.
            else if (cut == 1 && tail is "名" or "コード" or "番号" && core[0].Script == Script.Kanji && core[cut..].Select(t => t.Text).SequenceEqual(Tokens.Of(tail).Select(t => t.Text), StringComparer.Ordinal))
                yield return new Form(core[..cut], 0.86);
        }
    }

    /// <summary>host_since and member_since say when somebody began to be one.</summary>
    private static readonly List<Token>[] Begun = [.. new[] { "joined", "registered", "signed up", "enrolled", "登録", "入会", "加入" }.Select(words => Tokens.Of(words))];
    private static readonly List<Token>[] BegunDays = [.. new[] { "join date", "registration date", "signup date", "登録日", "入会日", "加入日" }.Select(words => Tokens.Of(words))];

    private static readonly string[] FlagTails = ["有無", "可否", "要否", "該当"];

    /// <summary>booking_flag and 予約有無 are asked for as reserved, 予約.</summary>
    private static IEnumerable<List<Token>> Flag(Column column, List<Token> name)
    {
        if (column.Type != ColumnType.Boolean || name.Count < 2) yield break;
        if (name[^1].Text is "flag" or "flg" or "indicator" or "yn") yield return name[..^1];
        foreach (var tail in FlagTails)
        {
            var cut = name.Count - tail.Length;
            if (cut > 0 && string.Concat(name[cut..].Select(t => t.Raw)) == tail && (cut > 1 || name[0].Script != Script.Kanji)) yield return name[..cut];
        }
    }

    private static readonly HashSet<string> Spans = Stems("minutes hours seconds secs days");
    private static readonly List<Token> DateWord = Tokens.Of("date");
    private static readonly List<Token> TimeWord = Tokens.Of("time");
    private static readonly List<Token> JapaneseTimeWord = Tokens.Of("時間");
    private static readonly List<Token> NameWord = Tokens.Of("name");

    private static HashSet<string> Stems(string words) => [.. Tokens.Of(words).Select(t => t.Text)];
}
