using Web.Semantics;

namespace Web.Language;

/// <summary>What stands behind a number tells what is measured: 500 ml, 60 min, 30歳, 80点; minutes are compared with a column of hours as hours.</summary>
internal static class Units
{
    /// <summary>Each line is one kind of measure: unit=size in the first unit; forms.</summary>
    private const string Table = """
        time 0.001: ms, millisecond, milliseconds, ミリ秒
        time 1: second, seconds, sec, secs, s, 秒, 秒間
        time 60: minute, minutes, min, mins, 分, 分間
        time 3600: hour, hours, hr, hrs, h, 時間
        time 86400: day, days, 日, 日間
        time 604800: week, weeks, 週, 週間
        time 2629800: month, months, か月, ヶ月, カ月, ケ月, 箇月, か月間, ヶ月間, 月
        time 31557600: year, years, yr, yrs, 年, 年間
        mass 0.001: mg, milligram, milligrams, ミリグラム
        mass 1: gram, grams, g, グラム
        mass 28.349523125: oz, ounce, ounces, オンス
        mass 1000: kg, kilo, kilos, kilogram, kilograms, kgs, キロ, キログラム
        mass 1000000: ton, tons, tonne, tonnes, t, トン
        mass 453.59237: lb, lbs, pound, pounds, ポンド
        length 0.001: µm, um, micron, microns, ミクロン
        length 1: mm, millimeter, millimeters, millimetre, millimetres, ミリ, ミリメートル
        length 10: cm, centimeter, centimeters, centimetre, centimetres, センチ, センチメートル
        length 1000: m, meter, meters, metre, metres, メートル
        length 1000000: km, kms, kilometer, kilometers, kilometre, kilometres, キロメートル, キロ
        length 1609344: mile, miles, mi, マイル
        length 914.4: yard, yards, yd, yds, ヤード
        length 304.8: foot, feet, ft, フィート
        length 25.4: inch, inches, インチ
        volume 1: ml, cc, milliliter, milliliters, millilitre, millilitres, ミリリットル
        volume 10: cl, centiliter, centilitre
        volume 1000: l, liter, liters, litre, litres, リットル
        volume 1000000: kl, m3, cubic meter, cubic meters, cubic metre, cubic metres, キロリットル, 立方メートル
        volume 3785.411784: gal, gallon, gallons, ガロン
        area 1: m2, sqm, square meter, square meters, square metre, square metres, 平米, 平方メートル
        area 1000000: km2, square kilometer, square kilometers, square kilometre, square kilometres, 平方キロ, 平方キロメートル
        area 10000: ha, hectare, hectares, ヘクタール
        area 4046.8564224: acre, acres, エーカー
        area 0.09290304: sqft, square foot, square feet, 平方フィート
        area 3.305785: 坪, tsubo
        area 1.62: 畳
        speed 1: kmh, kph, km/h, 時速
        speed 1.609344: mph
        speed 3.6: m/s
        speed 1.852: kn, knot, knots, ノット
        turns 1: rpm, 回転
        power 1: w, watt, watts, ワット
        power 1000: kw, kilowatt, kilowatts, キロワット
        power 1000000: mw, megawatt, megawatts, メガワット
        power 745.7: hp, bhp, horsepower, 馬力
        energy 1: wh
        energy 1000: kwh, kilowatt hour, kilowatt hours, キロワット時
        energy 1000000: mwh, megawatt hour, megawatt hours, メガワット時
        energy 1000000000: gwh, gigawatt hour, gigawatt hours
        heat 1: cal
        heat 1000: kcal, calorie, calories, カロリー, キロカロリー
        pressure 1: hpa, ヘクトパスカル, mbar
        pressure 1000: bar
        pressure 10: kpa
        pressure 68.94757: psi
        temperature 1: °c, ℃, degree, degrees, c, celsius, 度
        fahrenheit 1: °f, ℉, fahrenheit
        size 1: b, byte, bytes, バイト
        size 1024: kb, キロバイト
        size 1048576: mb, メガバイト, メガ
        size 1073741824: gb, ギガバイト, ギガ
        size 1099511627776: tb, テラバイト
        distance 1: parsec, parsecs, pc, パーセク
        distance 0.3066: light year, light years, light-years, ly, 光年
        stay 1: night, nights, 泊
        sound 1: db, decibel, decibels, デシベル
        percent 1: %, percent, pct, percentage, パーセント, percentage points
        """;

    /// <summary>Units that say a column by what they count: a person's age, points of a test.</summary>
    private static readonly (string Unit, string[] Columns)[] Spoken =
    [
        ("歳", ["年齢", "age"]), ("才", ["年齢", "age"]), ("yearold", ["age"]), ("yearsold", ["age"]), ("yearsofage", ["age"]), ("yo", ["age"]),
        ("nights", ["nights", "length of stay", "泊数"]), ("night", ["nights", "泊数"]), ("泊", ["泊数", "宿泊数", "宿泊日数", "nights"]),
        ("parsecs", ["distance"]), ("parsec", ["distance"]), ("パーセク", ["距離", "distance"]), ("lightyears", ["distance"]), ("光年", ["距離", "distance"]),
        ("点", ["点数", "得点", "スコア", "score", "points"]), ("points", ["points", "score"]), ("hp", ["horsepower"]), ("馬力", ["horsepower", "馬力"]),
    ];

    private static readonly (string Ending, string Unit)[] Counted =
        [("日数", "日"), ("時間数", "時間"), ("分数", "分"), ("年数", "年"), ("週数", "週"), ("月数", "月"), ("秒数", "秒"), ("徒歩分", "分"), ("走行距離", "km"), ("トン数", "トン")];

    /// <summary>What a name alone says is measured in, where nothing else does: films run for minutes.</summary>
    private const string Usual = """
        minute: running time, runtime, 上映時間, playing time, delay, 遅延, 遅れ, wait, waiting time, 待ち時間, taxi out, air time, walk
        year: age, 年齢, tenure, 勤続
        cm: height, 身長
        hour: overtime, 残業, 労働時間, working hours
        """;

    private static readonly Dictionary<string, (string Kind, decimal Size)> Known = Read();
    private static readonly (string Unit, IReadOnlyList<Token> Name)[] UsualNames = [.. Phrases.Table(Usual).SelectMany(line => line.Forms.Select(form => (line.Key, (IReadOnlyList<Token>)Tokens.Of(form))))];

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
        // Days are held against days before years.
        return found.FindAll(f => f.Factor == 1) is { Count: > 0 } same ? [.. found.Where(f => f.Factor is >= 1 / Far and <= Far || same.Contains(f))] : found;
    }

    private const decimal Far = 100;

    public static bool IsUnit(Scene scene, int i) => Known.ContainsKey(scene.Raw(i)) || Spoken.Any(s => s.Unit == scene.Raw(i));

    /// <summary>A part of a unit written in several pieces: m, / and s, or µg/m³, of which not all need be known.</summary>
    public static bool IsPiece(Scene scene, int i) =>
        i > 0 && i < scene.Count && !scene.Used(i) && scene.FirstToken(i).Glued && (IsUnit(scene, i) || scene.Raw(i) is "/" or "・" or "%" || (!scene.IsJapanese(i) && scene.Raw(i).Length <= 4 && (scene.IsUnknown(i) || scene.Value(i) is not null)));

    /// <summary>The pieces of a unit behind a number, and one word that can only be its unit: "35 µg/m³", "30 parsecs".</summary>
    public static void UsePieces(Scene scene, int number, FilterPart part)
    {
        var k = number + 1;
        if (k < scene.Count && !scene.Used(k) && (IsUnit(scene, k) || (scene.IsUnknown(k) && !scene.IsJapanese(k) && !scene.FirstToken(k).Capital))) scene.Use(k++, part);
        while (IsPiece(scene, k)) scene.Use(k++, part);
    }

    /// <summary>The unit at <paramref name="i"/> measures something else than the column holds.</summary>
    public static bool Differs(Scene scene, int i, Column column) =>
        Known.TryGetValue(scene.Raw(i), out var said) && !Spoken.Any(s => s.Unit == scene.Raw(i)) && ((Of(column) ?? UsualOf(column)) is { } own ? Of(column) is not null && own.Kind != said.Kind : said.Kind is "time" or "mass" or "length" && ColumnForms.Counts(column) && ColumnsAt(scene, i).Count > 0);

    /// <summary>What a number with the unit at <paramref name="i"/> is in the measure of the column: 2 hours are 120 of a column in minutes.</summary>
    public static decimal FactorFor(Scene scene, int i, Column column) =>
        Known.TryGetValue(scene.Raw(i), out var said) && (Of(column) ?? UsualOf(column)) is { } own && own.Kind == said.Kind ? said.Size / own.Size : 1;

    /// <summary>10m and 5k, where a column holds lengths: metres and kilometres, not millions.</summary>
    public static decimal? LetterFactor(string letter, Column column) =>
        Of(column) is { } own && (letter, own.Kind) switch { ("m", "length") => "m", ("m", "time") => "minute", ("k", "length") => "km", _ => null } is { } unit ? Known[unit].Size / own.Size : null;

    /// <summary>In kilometres or miles, in kilograms or tonnes: rain in mm is no distance, and sugar in g no weight of anything.</summary>
    public static bool IsLarge(Column column) => Of(column) is { Size: >= Kilo } own && (own.Kind is "mass" || own.Size >= Kilo * Kilo);

    private const decimal Kilo = 1000;

    public static bool IsDuration(Column column) => Of(column) is { Kind: "time" };

    /// <summary>It holds how much there was of something: a weight, a volume, bytes, energy.</summary>
    public static bool IsAmount(Column column) => KindOf(column) is "mass" or "volume" or "size" or "energy";

    /// <summary>What the column measures, if its unit says so: time, mass, length.</summary>
    public static string? KindOf(Column column) => Of(column)?.Kind;

    /// <summary>The figures that are stretches of time.</summary>
    public static List<Column> Durations(DatasetContract contract) => Times(contract).FindAll(c => SizeOf(c) <= Week);

    private const decimal Week = 604800;

    private static List<Column> Times(DatasetContract contract) => [.. contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, IsNumeric: true } && (Of(c) ?? UsualOf(c)) is { Kind: "time" })];

    private static decimal SizeOf(Column column) => (Of(column) ?? UsualOf(column))!.Value.Size;

    /// <summary>Those of them that are measured in what is said, or else all of them: hours are no years.</summary>
    public static List<Column> MeasuredIn(DatasetContract contract, string unit)
    {
        if (!Known.TryGetValue(unit, out var said)) return [];
        var all = Times(contract).FindAll(c => Of(c) is not null || SizeOf(c) <= Week);
        if (all.Exists(c => Provisional.WordOf(c, all) is null)) all.RemoveAll(c => Provisional.WordOf(c, all) is not null);
        var same = all.FindAll(c => SizeOf(c) == said.Size);
        if (said.Size >= Month) all.RemoveAll(c => SizeOf(c) < Day);
        return same.Count > 0 ? same : all.FindAll(c => Math.Max(SizeOf(c), said.Size) / Math.Min(SizeOf(c), said.Size) <= Near);
    }

    private const decimal Near = 3600, Day = 86400, Month = 2629800;

    /// <summary>What the column measures by its name alone (running time) or by its unit.</summary>
    public static bool IsOfKind(Column column, Scene scene, int unit) => Known.TryGetValue(scene.Raw(unit), out var said) && (Of(column) ?? UsualOf(column)) is { } own && own.Kind == said.Kind;

    private static (string Kind, decimal Size)? Of(Column column)
    {
        if (column.Unit is { } unit) return Known.TryGetValue(Folded(unit), out var declared) ? declared : null;
        if (column.Type == ColumnType.Money) return null;
        foreach (var name in column.SourceName is { } source ? new[] { column.Name, source } : [column.Name])
        {
            var tokens = Tokens.OfName(name);
            // kWh is one unit, written in two cases.
            if (tokens.Count > 1 && Known.TryGetValue(name.ToLowerInvariant(), out var whole)) return whole;
            if (Counted.FirstOrDefault(c => name.EndsWith(c.Ending, StringComparison.Ordinal)) is { Ending: not null } counted) return Known[Folded(counted.Unit)];
            if (tokens is [{ Raw: "hrs" or "mins" or "secs" } alone]) return Known[alone.Raw];
            if (tokens is [.., { Raw: "sq" or "square" }, { Raw: "ft" or "feet" or "foot" }]) return Known["sqft"];
            // MinutesFought, hours_worked
            if (tokens is [{ Raw: "minutes" or "hours" or "days" or "seconds" or "weeks" } spent, { Raw: var done }] && column.Role == ColumnRole.Measure && (done.EndsWith("ed", StringComparison.Ordinal) || done is "fought" or "spent" or "flown" or "slept" or "late" or "lost" or "run" or "taken")) return Known[spent.Raw];
            // km_driven, miles_flown
            if (tokens is [{ Raw: "km" or "kms" or "miles" or "kilometres" or "kilometers" } gone, { Raw: "driven" or "run" or "flown" or "travelled" or "traveled" or "walked" or "ridden" or "sailed" or "covered" or "cycled" }] && column.Role == ColumnRole.Measure) return Known[gone.Raw];
            if (tokens.Count < 2 || name.Contains('/', StringComparison.Ordinal) || tokens[^2].Raw is "rate" or "price" or "fee" or "wage" or "pay" or "charge" or "cost") continue;
            // vibration_mm_s is no time but millimetres a second, and a yield per ha no area.
            if (tokens.Count > 2 && (Known.ContainsKey(tokens[^2].Raw) || tokens[^2].Raw is "per")) continue;
            // The hour of a departure is a time of day.
            if (tokens[^1].Raw is "second" or "minute" or "hour" or "day" or "week" or "month" or "year" or "c" or "b" or "s" or "t" or "日" or "月" or "年") continue;
            if (Known.TryGetValue(tokens[^1].Raw, out var named)) return named;
            // days_to_ship
            if (tokens[0].Raw is "seconds" or "minutes" or "hours" or "days" or "weeks" or "months" or "years" && tokens[1].Raw is "to" or "of" or "since" or "in" or "until" or "open" or "late") return Known[tokens[0].Raw];
        }
        return null;
    }

    private static (string Kind, decimal Size)? UsualOf(Column column)
    {
        if (column.Unit is not null || !column.IsNumeric || column.Type == ColumnType.Money) return null;
        foreach (var name in ColumnForms.NamesOf(column))
        {
            foreach (var (unit, usual) in UsualNames)
            {
                if (name.Count >= usual.Count && Enumerable.Range(0, name.Count - usual.Count + 1).Any(from => usual.Select((t, k) => name[from + k].Text == t.Text).All(same => same))) return Known[unit];
            }
        }
        return null;
    }

    private static string Folded(string unit) => string.Concat(Tokens.Of(unit).Select(t => t.Raw));

    private static Dictionary<string, (string, decimal)> Read()
    {
        var known = new Dictionary<string, (string, decimal)>(StringComparer.Ordinal);
        foreach (var (key, forms) in Phrases.Table(Table))
        {
            var split = key.Split(' ');
            foreach (var form in forms) known.TryAdd(Folded(form), (split[0], decimal.Parse(split[1], System.Globalization.CultureInfo.InvariantCulture)));
        }
        return known;
    }
}
