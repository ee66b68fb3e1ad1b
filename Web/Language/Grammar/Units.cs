using Web.Semantics;

namespace Web.Language;

/// <summary>What stands behind a number tells what is measured: 500 ml, 60 min, 30歳, 80点; minutes are compared with a column of hours as hours.</summary>
internal static class Units
{
    /// <summary>Each line is one kind of measure: unit=size in the first unit; forms.</summary>
    private const string Table = """
        time 1: second, seconds, sec, secs, s, 秒
        time 60: minute, minutes, min, mins, 分, 分間
        time 3600: hour, hours, hr, hrs, h, 時間
        time 86400: day, days, 日, 日間
        time 604800: week, weeks, 週, 週間
        time 2629800: month, months, か月, ヶ月, カ月, 月
        time 31557600: year, years, yr, yrs, 年
        mass 1: gram, grams, g, グラム
        mass 1000: kg, kilo, kilos, kilogram, kilograms, kgs, キロ, キログラム
        mass 1000000: ton, tons, tonne, tonnes, t, トン
        mass 453.59237: lb, lbs, pound, pounds, ポンド
        length 1: mm, millimeter, millimeters, millimetre, millimetres, ミリ
        length 10: cm, centimeter, centimeters, centimetre, centimetres, センチ
        length 1000: m, meter, meters, metre, metres, メートル
        length 1000000: km, kilometer, kilometers, kilometre, kilometres, キロメートル
        length 1609344: mile, miles, mi, マイル
        length 304.8: foot, feet, ft, フィート
        length 25.4: inch, inches, インチ
        volume 1: ml, cc, milliliter, milliliters, millilitre, millilitres, ミリリットル
        volume 1000: l, liter, liters, litre, litres, リットル
        area 1: ha, hectare, hectares, ヘクタール
        area 0.404686: acre, acres, エーカー
        speed 1: kmh, kph, mph, m/s, knots, km/h
        turns 1: rpm
        power 1: w, watt, watts, ワット
        power 1000: kw, kilowatt, kilowatts, キロワット
        energy 1: kwh
        pressure 1: hpa, bar, psi, kpa
        temperature 1: °c, °f, ℃, degree, degrees, c, celsius, 度
        size 1: kb
        size 1024: mb
        size 1048576: gb
        percent 1: %, percent, pct, percentage, パーセント
        """;

    /// <summary>Units that say a column by what they count: a person's age, points of a test.</summary>
    private static readonly (string Unit, string[] Columns)[] Spoken =
    [
        ("歳", ["年齢", "age"]), ("才", ["年齢", "age"]), ("yearold", ["age"]), ("yearsold", ["age"]), ("yearsofage", ["age"]), ("yo", ["age"]),
        ("点", ["点数", "得点", "スコア", "score", "points"]), ("points", ["points", "score"]), ("hp", ["horsepower"]), ("馬力", ["horsepower", "馬力"]),
    ];

    private static readonly (string Ending, string Unit)[] Counted = [("日数", "日"), ("時間数", "時間"), ("分数", "分"), ("年数", "年"), ("週数", "週"), ("月数", "月"), ("秒数", "秒")];

    private static readonly Dictionary<string, (string Kind, decimal Size)> Known = Read();

    /// <summary>The columns that are measured in what stands at <paramref name="i"/>, and what a number there is multiplied by.</summary>
    public static List<(Column Column, decimal Factor)> ColumnsAt(Scene scene, int i)
    {
        if (i < 0 || i >= scene.Count || scene.IsMark(i) && scene.Raw(i) is not "%") return [];
        var said = scene.Raw(i);
        foreach (var (unit, columns) in Spoken)
        {
            if (said == unit && columns.Select(scene.Lexicon.ColumnCalled).FirstOrDefault(c => c is not null) is { } called) return [(called, 1)];
        }
        if (!Known.TryGetValue(said, out var meant)) return [];
        List<(Column Column, decimal Factor)> found = [];
        foreach (var column in scene.Contract.Columns)
        {
            if (column is { Hidden: false, Related: null } && column.IsNumeric && Of(column) is { } own && own.Kind == meant.Kind) found.Add((column, meant.Size / own.Size));
        }
        return found;
    }

    public static bool IsUnit(Scene scene, int i) => Known.ContainsKey(scene.Raw(i)) || Spoken.Any(s => s.Unit == scene.Raw(i));

    /// <summary>What a number with the unit at <paramref name="i"/> is in the measure of the column: 2 hours are 120 of a column in minutes.</summary>
    public static decimal FactorFor(Scene scene, int i, Column column) =>
        Known.TryGetValue(scene.Raw(i), out var said) && Of(column) is { } own && own.Kind == said.Kind ? said.Size / own.Size : 1;

    public static bool IsDuration(Column column) => Of(column) is { Kind: "time" };

    private static (string Kind, decimal Size)? Of(Column column)
    {
        if (column.Unit is { } unit && Known.TryGetValue(unit.ToLowerInvariant(), out var declared)) return declared;
        foreach (var name in column.SourceName is { } source ? new[] { column.Name, source } : [column.Name])
        {
            var tokens = Tokens.OfName(name);
            if (Counted.FirstOrDefault(c => name.EndsWith(c.Ending, StringComparison.Ordinal)) is { Ending: not null } counted) return Known[counted.Unit];
            if (tokens.Count < 2) continue;
            // vibration_mm_s is no time: it is millimetres a second.
            if (tokens.Count > 2 && Known.ContainsKey(tokens[^2].Raw) && tokens[^1].Raw.Length == 1) continue;
            // The hour of a departure is a time of day.
            if (tokens[^1].Raw is "second" or "minute" or "hour" or "day" or "week" or "month" or "year") continue;
            if (Known.TryGetValue(tokens[^1].Raw, out var named)) return named;
            // days_to_ship
            if (tokens[0].Raw is "seconds" or "minutes" or "hours" or "days" or "weeks" or "months" or "years" && tokens[1].Raw is "to" or "of" or "since" or "in" or "until" or "open" or "late") return Known[tokens[0].Raw];
        }
        return null;
    }

    private static Dictionary<string, (string, decimal)> Read()
    {
        var known = new Dictionary<string, (string, decimal)>(StringComparer.Ordinal);
        foreach (var (key, forms) in Phrases.Table(Table))
        {
            var split = key.Split(' ');
            foreach (var form in forms) known[string.Concat(Tokens.Of(form).Select(t => t.Raw))] = (split[0], decimal.Parse(split[1], System.Globalization.CultureInfo.InvariantCulture));
        }
        return known;
    }
}
