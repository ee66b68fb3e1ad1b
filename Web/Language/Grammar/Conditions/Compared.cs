using Web.Semantics;

namespace Web.Language;

/// <summary>What a number is held against: the figure beside it, the one in its unit or of money, an age, the rows.</summary>
internal static class Compared
{
    /// <summary>The measure nearest before the condition, or a count there (null column).</summary>
    public static (Column? Column, int Item)? Target(Scene scene, int before, int number)
    {
        var reach = 5;
        for (var k = before - 1; k >= 0 && reach > 0; k--)
        {
            if (IsPace(scene, k)) continue;
            reach--;
            if (scene.Used(k) && scene.Measure(k) is null) continue;
            if (scene.Measure(k) is { } column) return (column, k);
            if (scene.Is(k, WordKind.DefaultMeasure) && DefaultMeasure.Of(scene.Lexicon) is { } usual) return (usual, k);
            if (scene.Is(k, WordKind.Count, WordKind.CountAfter)) return (null, k);
            if (scene.Is(k, WordKind.By, WordKind.ByAfter) || scene.IsEntity(k)) break;
        }
        // "more than two but fewer than eight pieces"
        if (!scene.IsJapanese(number) && (scene.Raw(number + 1) is "but" or "yet" || scene.IsJoin(number + 1)) && scene.Is(number + 2, WordKind.Compare) && scene.Number(number + 3) is not null && scene.Measure(number + 4) is { } shared) return (shared, number + 4);
        var after = !scene.IsJapanese(number) && scene.Is(number + 1, WordKind.CompareAfter) ? number + 2 : number + 1;
        var behind = scene.Raw(after) is "in" && !scene.IsJapanese(after) ? after + 1 : number + 1;
        return scene.Measure(behind) is { } unit ? (unit, behind) : null;
    }

    /// <summary>来館者数が7万人, "revenue over 5M": only glue and the comparing word stand between.</summary>
    public static bool IsHeldBy(Scene scene, int item, int number) =>
        item < number && Enumerable.Range(item + 1, number - item - 1).All(k => scene.IsSmall(k) || scene.IsMark(k) || IsPace(scene, k) || scene.Is(k, WordKind.Compare, WordKind.Between) || scene.Is(k, WordKind.Filler));

    /// <summary>通行台数が1日あたり1万: the words of the day stand between a figure and its bound.</summary>
    private static bool IsPace(Scene scene, int k) => scene.PartOf(k) is Setting { Slot: Paces.Slot };

    /// <summary>"grade over 10": a number that names classes, right before the comparing word.</summary>
    public static int? NumericBeside(Scene scene, int before)
    {
        var k = scene.Next(before, -1);
        return NumericField(scene, k) is { Role: not ColumnRole.Measure } && !scene.Used(k) ? k : null;
    }

    /// <summary>"more than 200 days lead time", "30 minutes of delay": the figure stands behind the unit of its number.</summary>
    public static int Behind(Scene scene, int unit)
    {
        if (scene.IsJapanese(unit) || !(Units.IsUnit(scene, unit) || scene.Is(unit, WordKind.GrainNoun))) return -1;
        var k = scene.Raw(unit + 1) is "of" or "in" or "ofthe" ? unit + 2 : unit + 1;
        return scene.Measure(k) is { } figure && !scene.Used(k) && !Units.Differs(scene, unit, figure) && !scene.Is(k - 1, WordKind.By) ? k : -1;
    }

    public static Column? NumericField(Scene scene, int i) => scene.Field(i) is { IsNumeric: true } column ? column : null;

    /// <summary>What is held against yen or dollars: the column of money that is named, the only one, or the usual one.</summary>
    public static (Column Column, int Item)? MoneyColumn(Scene scene, (Column? Column, int Item)? said)
    {
        if (said is { Column: { } named } target && Amounts.IsMoney(named)) return (named, target.Item);
        for (var k = 0; k < scene.Count; k++)
        {
            if (scene.Measure(k) is { } mentioned && Amounts.IsMoney(mentioned)) return (mentioned, k);
        }
        if (Monthly(scene) is { } rated) return (rated, -1);
        if (said is { Column: { Unit: null } unsaid } plain && !Units.IsDuration(unsaid)) return (unsaid, plain.Item);
        if (!AreDeals(scene) && PriceOf(scene) is { } price) return (price, -1);
        if (DefaultMeasure.Of(scene.Lexicon) is { } usual && Amounts.IsMoney(usual)) return (usual, -1);
        List<Column> money = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Role: ColumnRole.Measure } && Amounts.IsMoney(c))];
        return money is [var only] ? (only, -1) : null;
    }

    private static readonly HashSet<string> Pricing = new(StringComparer.Ordinal) { "cost", "costs", "costing", "priced", "paid", "pay", "pays", "worth", "spent", "spend", "spends", "earn", "earns", "earned" };

    /// <summary>"sold for more than 600k", "going for under 20": the one figure of money, where nothing else is named.</summary>
    public static Column? Priced(Scene scene, int before)
    {
        if (scene.IsJapanese(before)) return null;
        var verb = scene.Raw(before - 1) is "for" or "at" ? before - 2 : before - 1;
        var said = verb >= 0 && (verb == before - 2 ? scene.LastToken(verb).Raw is "sold" or "sell" or "sells" or "selling" or "go" or "goes" or "went" or "going" or "gone" or "bought" or "rented" or "listed" or "offered" : Pricing.Contains(scene.LastToken(verb).Raw));
        return said && scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && Amounts.IsMoney(c)).ToList() is [var only] ? only : null;
    }

    private static readonly HashSet<string> Deals = [.. "取引 注文 受注 発注 納品 契約 案件 売買 会計 伝票 order orders transaction transactions deal deals sale sales purchase purchases invoice invoices bill bills contract contracts".Split(' ')];

    /// <summary>100万円以上の取引: what the whole of it came to, and no price of a piece.</summary>
    private static bool AreDeals(Scene scene) => Enumerable.Range(0, scene.Count).Any(k => scene.IsEntity(k) && Deals.Contains(scene.Raw(k)));

    /// <summary>500円以下の品: what one costs, where things are sold at one price and the takings are added up beside it.</summary>
    private static Column? PriceOf(Scene scene)
    {
        List<Column> prices = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Mean } && Amounts.IsMoney(c) && IsPrice(c))];
        return prices is [var only] ? only : null;
    }

    private static bool IsPrice(Column column) =>
        column.Titles.Values.Append(column.SourceName ?? column.Name).Any(n => n.Contains("価格", StringComparison.Ordinal) || n.Contains("単価", StringComparison.Ordinal) || n.Contains("値段", StringComparison.Ordinal)) || ColumnForms.NamesOf(column).Any(name => name.Any(t => t.Text == "price"));

    /// <summary>"pay more than 80 dollars per month": the one column of money that is told by the month.</summary>
    private static Column? Monthly(Scene scene)
    {
        foreach (var (said, word, japanese) in new[] { ("month", "monthly", "月額"), ("year", "annual", "年額"), ("night", "night", "泊"), ("hour", "hourly", "時給"), ("day", "daily", "日額") })
        {
            if (!Enumerable.Range(1, Math.Max(0, scene.Count - 1)).Any(k => scene.TokensOf(k).Any(t => t.Raw == said) && scene.Raw(k - 1) is "per" or "a" or "each" or "every")) continue;
            List<Column> told = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Role: ColumnRole.Measure } && Amounts.IsMoney(c) && (c.Titles.Values.Append(c.SourceName ?? c.Name).Any(n => n.Contains(japanese, StringComparison.Ordinal)) || ColumnForms.NamesOf(c).Any(name => name.Any(t => t.Raw == word))))];
            if (told is [var only]) return only;
        }
        return null;
    }

    /// <summary>Nouns of people.</summary>
    public static readonly HashSet<string> Persons =
    [
        .. Tokens.Of("""
            member student pupil employee patient customer passenger player user respondent guest rider worker candidate singer applicant client driver resident participant person people
            man woman men women adult child children kid boy girl infant baby teenager staff teacher doctor nurse artist actor athlete runner visitor donor volunteer subscriber policyholder borrower tenant victim
            borrower reader lender buyer shopper payer claimant renter holder cyclist traveller traveler commuter caller purchaser learner attendee diner spectator viewer listener cardholder insured guardian enrollee
            faculty professor manager agent adviser advisor parent citizen voter officer pilot swimmer coach swimmer entrepreneur researcher journalist
            """).Select(t => t.Text),
    ];

    /// <summary>"people under 30", "older than 40": a small number without a unit, held against people, is their age.</summary>
    public static Column? AgeOf(Scene scene, int number, int unit)
    {
        if (scene.Number(number) is not { Percent: false, Value: >= 1 and <= 120 } || scene.Is(unit, WordKind.Rows)) return null;
        var follows = unit >= scene.Count || scene.IsMark(unit) || scene.IsSmall(unit) || scene.Is(unit, WordKind.By, WordKind.And) || scene.Is(unit, WordKind.Series, WordKind.CompareAfter);
        var people = false;
        for (var k = 0; k < number; k++)
        {
            if ((scene.IsEntity(k) && Persons.Contains(scene.LastToken(k).Text)) || (scene.IsEntity(k) && scene.IsJapanese(k)) || scene.Raw(k) is "people" or "persons" or "those" or "anyone" or "everyone" or "who" or "men" or "women" or "adults" or "staff" or "aged") people = k >= number - 4;
        }
        return follows && people ? AgeOf(scene.Lexicon) : null;
    }

    public static bool IsSomebody(Scene scene, int i) => scene.Value(i) is not null && scene.Raw(i) is "women" or "men" or "girls" or "boys" or "females" or "males";

    public static bool IsAge(Lexicon lexicon, Column column) => AgeOf(lexicon) == column;

    private static Column? AgeOf(Lexicon lexicon) => lexicon.ColumnCalled("age") ?? lexicon.ColumnCalled("年齢");

    /// <summary>"loans of people aged 65": they are whoever is that old.</summary>
    public static void UsePeople(Scene scene, int number, FilterPart part)
    {
        for (var k = Math.Max(0, number - 4); k < number; k++)
        {
            if (!scene.Used(k) && scene.IsUnknown(k) && scene.Raw(k) is "people" or "persons" or "anyone" or "everyone" or "adults" or "aged") scene.Use(k, part);
        }
    }

    /// <summary>"more than 20 goals", where nothing is known of goals, is no condition on the usual figure.</summary>
    public static bool CountsUnknown(Scene scene, int unit) => scene.IsUnknown(unit) || scene.Category(unit) is not null;

    /// <summary>"more than 20 visits", where visits are as well a figure: that is held against the number, not how many rows there are.</summary>
    public static Column? FigureOf(Scene scene, int i) =>
        scene.IsEntity(i) ? scene.Item(i).Meanings.OfType<FieldMeaning>().Where(f => f is { Weak: false, Quality: >= 0.5, Column: { Role: ColumnRole.Measure, IsNumeric: true } } && (f.Own || f.Quality >= 0.9) && !IsOfRow(scene, i, f)).MaxBy(f => f.Quality)?.Column : null;

    /// <summary>"more than 40 runs" beside <c>run_hours</c>: what is measured of a run is not how many runs there are.</summary>
    private static bool IsOfRow(Scene scene, int i, FieldMeaning figure) =>
        !figure.Own && scene[i] is EntityMeaning { Quality: >= 0.95 } && (Units.KindOf(figure.Column) is not null || Amounts.IsMoney(figure.Column));

    /// <summary>10冊以上, where there is a 冊数; 30人未満, where a column is in 人.</summary>
    public static Column? ColumnOfCounter(Scene scene, int unit)
    {
        if (!scene.IsJapanese(unit) || !scene.Is(unit, WordKind.Rows)) return null;
        var counter = scene.Raw(unit);
        List<Column> counting = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && (c.Unit == counter || c.Titles.Values.Append(c.SourceName ?? c.Name).Any(n => n.EndsWith(counter + "数", StringComparison.Ordinal))))];
        return counting is [var only] ? only : null;
    }

    public static bool IsCounted(Scene scene, int i) => (scene.IsEntity(i) && FigureOf(scene, i) is null) || (scene.Is(i, WordKind.Rows) && scene.Raw(i) is "件" or "rows" or "records" or "items" or "回" or "entries" or "cases") || scene.Raw(i) is "times" or "occasions" && scene.Field(i) is null or { Type: ColumnType.Text };

    /// <summary>"30 days or more": the one column that is measured in days.</summary>
    public static Column? ColumnOfUnit(Scene scene, int unit)
    {
        var word = scene.Word(unit)!.Value;
        Column[] columns = [.. scene.Contract.Columns.Where(c => !c.Hidden && c.IsNumeric && c.Unit is { } u && (u == word || u == word + "s"))];
        return columns.Length == 1 ? columns[0] : null;
    }

    public static int AggregateIndex(Scene scene, int item)
    {
        // 平均が60分以上の担当医
        for (var n = item; n > 1 && n >= item - 1; n--)
        {
            if (scene.Number(n) is not null && scene.IsJapanese(n - 1) && scene.Raw(n - 1) is "が" or "は" && scene.Is(n - 2, WordKind.Aggregate)) return n - 2;
        }
        var before = scene.Next(item, -1);
        if (scene.Is(before, WordKind.Aggregate)) return before;
        // "averaging over 150k views"
        if (scene.Number(before) is not null && scene.Is(scene.Next(before, -1), WordKind.Compare) && scene.Next(scene.Next(before, -1), -1) is >= 0 and var verb && scene.Is(verb, WordKind.Aggregate)) return verb;
        var after = scene.Next(item);
        // "more than 8000 tonnes in total"
        return scene.Is(after, WordKind.Aggregate) && (scene.IsJapanese(item) || scene.Raw(after) is "intotal" or "onaverage") ? after : -1;
    }

    public static string? AggregateAt(Scene scene, int item) => AggregateIndex(scene, item) is >= 0 and var at ? scene.Word(at)!.Value : null;
}
