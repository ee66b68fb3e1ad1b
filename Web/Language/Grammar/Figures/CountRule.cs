using Web.Semantics;

namespace Web.Language;

/// <summary>how many deals, 案件数, number of distinct accounts: rows and kinds of things are counted.</summary>
internal static class CountRule
{
    public static void AddCount(Scene scene, Draft draft, int i, Column? column = null)
    {
        var aggregate = column is null ? Aggregates.Count : Aggregates.CountDistinct;
        var part = draft.Measures.FirstOrDefault(m => m.Aggregate == aggregate && m.Column == column) ?? MeasureRule.AddNew(draft, column, aggregate);
        draft.Counts = true;
        scene.Use(i, part);
    }

    public static void ReadDistinct(Scene scene, Draft draft, int i)
    {
        var target = scene.Next(i);
        if (scene.IsJapanese(i) && scene.AnyField(target) is null) target = scene.Next(i, -1);
        // 選手の人数（重複なし）
        while (scene.IsJapanese(i) && (scene.Is(target, WordKind.Count, WordKind.CountAfter) || scene.IsMark(target))) target = scene.Next(target, -1);
        Column? column = scene.AnyField(target) ?? (scene.IsEntity(target) ? scene.Item(target).Meanings.OfType<FieldMeaning>().FirstOrDefault(f => f is { Weak: false, Quality: >= 0.75, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } })?.Column : null) ?? (scene.IsEntity(target) ? scene.Lexicon.Identity : null);
        if (Persons.AreNamed(scene, target) && scene.Field(target) is null)
        {
            // "how many different borrowers" in a table of loans: whose number is in the rows.
            column = Persons.NumberOf(scene) ?? Persons.ColumnOf(scene);
            if (column is null)
            {
                AskWhose(scene, draft, i, target);
                return;
            }
        }
        if (column is null)
        {
            if (scene.IsUnknown(target)) AskWhose(scene, draft, i, target);
            return;
        }
        AddCount(scene, draft, i, column);
        var part = scene.PartOf(i);
        if (!scene.Used(target)) scene.Use(target, part);
        var before = scene.Next(i, -1);
        if (scene.Is(before, WordKind.Count)) scene.Use(before, part);
        if (scene.Is(target + 1, WordKind.CountAfter)) scene.Use(target + 1, part);
    }

    /// <summary>Whose kinds are to be counted is not known here; all the rows would be another number.</summary>
    private static void AskWhose(Scene scene, Draft draft, int i, int unknown)
    {
        draft.Gaps.Add(new Gap(GapKind.Measure, unknown));
        scene.Use(i);
    }

    /// <summary>案件数, 店舗数, ゴール数, エラー数: what stands before tells what is counted.</summary>
    public static void ReadCountAfter(Scene scene, Draft draft, int i)
    {
        var k = scene.Next(i, -1);
        if (k < 0) return;
        // 2時間から4時間の間の件数
        if (scene.Measure(k) is not null && scene.PartOf(k) is FilterPart && scene.Raw(i) is "の件数" or "件数")
        {
            AddCount(scene, draft, i);
            return;
        }
        if (scene.Measure(k) is { } measure && !AreCases(scene, i, k))
        {
            scene.Use(i, MeasureRule.Add(scene, draft, k, measure, null));
            return;
        }
        CountThing(scene, draft, i, k);
    }

    public static void ReadCount(Scene scene, Draft draft, int i)
    {
        var k = scene.IsJapanese(i) ? scene.Next(i, -1) : scene.Next(i);
        if (scene.IsJapanese(i) && scene.Raw(i) is ['何', not '種', ..] or "いくつ" && scene.PartOf(k) is MeasurePart { Column: { } figure } asked && ColumnForms.Counts(figure))
        {
            // 参加者は合計何人
            scene.Use(i, asked);
            return;
        }
        if (!scene.IsJapanese(i) && scene.Is(k, WordKind.And) && scene.Is(scene.Next(k), WordKind.Aggregate) && !scene.Used(k))
        {
            // "the number and the average salary of employees"
            AddCount(scene, draft, i);
            scene.Use(k, scene.PartOf(i));
            return;
        }
        // 審判は全部で何人
        while (scene.IsJapanese(i) && scene.Is(k, WordKind.All)) k = scene.Next(k, -1);
        if (k >= 0 && scene.IsJapanese(i) && scene.Is(k, WordKind.DefaultMeasure)) k = -1;
        if (!scene.IsJapanese(i) && scene.Is(k, WordKind.Distinct)) return;
        if (scene.Raw(i) is "何種類" or "何種" && scene.Raw(i + 1) is "の" && scene.Category(i + 2) is { Role: ColumnRole.Dimension } kinds && !scene.Used(i + 2))
        {
            // 何種類の楽器を扱っているか
            AddCount(scene, draft, i, kinds);
            scene.Use(i + 2, scene.PartOf(i));
            return;
        }
        if (scene.Raw(i) is "何種類" or "何種" && k >= 0 && scene.IsUnknown(k))
        {
            AskWhose(scene, draft, i, k);
            return;
        }
        if (scene.Raw(i) is "何社" or "社数" && RankedNouns.Companies(scene) is { } firms && !(scene.Lexicon.IsPerRow && firms == scene.Lexicon.Identity))
        {
            AddCount(scene, draft, i, firms);
            if (scene.Category(k) == firms && !scene.Used(k)) scene.Use(k, scene.PartOf(i));
            return;
        }
        if (HeadsCounted.Are(scene, i))
        {
            if (HeadsCounted.Named(scene, i) is >= 0 and var people)
            {
                AddCount(scene, draft, i, scene.Field(people));
                scene.Use(people, scene.PartOf(i));
                return;
            }
            if (HeadsCounted.AreUnknown(scene, i))
            {
                AskWhose(scene, draft, i, i);
                return;
            }
        }
        if (scene.Raw(i) is "頭数" or "匹数" or "羽数" && HeadsCounted.OfAnimals(scene) is { } heads)
        {
            var number = MeasureRule.Add(scene, draft, i, heads, null);
            if (scene.IsEntity(k) && !scene.Used(k)) scene.Use(k, number);
            return;
        }
        if (scene.Raw(i) is "いくつ" or "どれくらい" or "どのくらい" or "どれだけ" && (draft.Measures.Exists(measure => measure.Column is not null) || draft.Contrast && Enumerable.Range(0, scene.Count).Any(at => scene.Measure(at) is not null)))
        {
            // 売上の合計はいくつ asks for the figure that was named.
            scene.Use(i, draft.Measures.Count > 0 ? draft.Measures[^1] : new Setting("/measures/0"));
            return;
        }
        // 許可待ち日数: how many days, where that is measured
        if (scene.Raw(i) is "日数" && k == i - 1 && scene.Measure(k) is { } lasting && Units.IsDuration(lasting))
        {
            if (scene.Used(k)) scene.Use(i, scene.PartOf(k));
            else scene.Use(i, MeasureRule.Add(scene, draft, k, lasting, null));
            return;
        }
        // 全部で何個作った: how many is asked of what was made, not of the rows.
        if (scene.Raw(i) is "何個" or "何本" or "何枚" or "何台" or "何冊" or "何食" or "何杯" or "何袋" or "何箱" or "いくつ" && scene.Measure(i + 1) is { DefaultAggregate: Aggregates.Sum } made && !scene.Used(i + 1) && scene.FirstToken(i + 1).Glued)
        {
            scene.Use(i, MeasureRule.Add(scene, draft, i + 1, made, null));
            return;
        }
        if (k >= 0 && scene.Measure(k) is { } measure && !scene.Used(k) && (!scene.IsJapanese(i) || HeadsCounted.Are(scene, i) && measure.DefaultAggregate == Aggregates.Sum && HeadsCounted.AreKept(measure) || (measure.DefaultAggregate == Aggregates.Sum && scene.Raw(i) is "枚数" or "個数" or "回数" or "本数" or "総数" or "台数")))
        {
            // "number of goals" adds the goals up, and so does "total number of points" where each row has its mean.
            scene.Use(i, MeasureRule.Add(scene, draft, k, measure, scene.Raw(i).StartsWith("total", StringComparison.Ordinal) || IsUnitOf(scene, k, measure) ? Aggregates.Sum : null));
            return;
        }
        CountThing(scene, draft, i, k);
    }

    /// <summary>"how many kW"</summary>
    private static bool IsUnitOf(Scene scene, int k, Column measure) => measure.Unit is { } unit && string.Equals(unit, scene.Raw(k), StringComparison.OrdinalIgnoreCase);

    /// <summary>契約の件数 beside 契約数: the cases are counted, whatever each of them comes to.</summary>
    private static bool AreCases(Scene scene, int i, int k) =>
        scene.IsJapanese(i) && scene.Raw(i) is "件数" or "の件数" or "何件" && scene[k] is FieldMeaning { Own: false, Column.Role: ColumnRole.Measure } figure && figure.Written is { } written && ColumnForms.NamesOf(figure.Column).Any(name => string.Concat(name.Select(t => t.Raw)) == written + "数");

    public static void CountThing(Scene scene, Draft draft, int i, int k)
    {
        if (Movements.QuantityOf(scene, i, k) is { } quantity)
        {
            MeasureRule.Add(scene, draft, i, quantity, null);
            return;
        }
        if (k >= 0 && !scene.Used(k) && AreCases(scene, i, k))
        {
            AddCount(scene, draft, i);
            scene.Use(k, scene.PartOf(i));
            return;
        }
        if (k >= 0 && scene.IsJapanese(k) && scene.Raw(k).EndsWith('別') && scene.Category(k) is { Role: ColumnRole.Dimension, Type: ColumnType.Text } kind && draft.Groups.Count == 0 && !scene.Used(k))
        {
            // アラーム種別の件数: a name that ends in 別 divides as it stands.
            AddCount(scene, draft, i);
            var each = new GroupPart { Column = kind, Grouped = true };
            draft.Groups.Add(each);
            scene.Use(k, each);
            return;
        }
        if (scene.Raw(i).Contains("frequency", StringComparison.Ordinal) && scene.Category(k) is { Type: ColumnType.Text } often && !scene.Used(k))
        {
            // "the frequency of product names": how often there is each of them
            AddCount(scene, draft, i);
            var named = new GroupPart { Column = often, Grouped = true };
            draft.Groups.Add(named);
            scene.Use(k, named);
            return;
        }
        if (Occurrences.Of(scene, k) is { } happened && !IsGrouped(scene, draft, k, happened) && !Occurrences.AreDrawn(draft))
        {
            // "number of medals", 苦情の件数: the rows that have one.
            Occurrences.Count(scene, draft, i, happened);
            scene.Use(k, scene.PartOf(i));
            return;
        }
        if (IsCrossed(scene, draft, i, k))
        {
            // 部署×役職の人数: the rows of every pair.
            AddCount(scene, draft, i);
            return;
        }
        if (k >= 0 && scene.Category(k) is { Role: ColumnRole.Dimension } again && Mentioned(scene, k, again) is >= 0 and var first)
        {
            // "the distribution of major and the number of major": the rows of each.
            AddCount(scene, draft, i);
            var group = draft.Groups.Find(g => g.Column == again) ?? new GroupPart { Column = again, Grouped = true };
            if (!draft.Groups.Contains(group)) draft.Groups.Insert(0, group);
            scene.Use(k, group);
            scene.Use(first, group);
            return;
        }
        if (draft.Stack is not null && draft.Groups is [{ Bin: null }] && scene.Raw(i) is "件数" or "の件数" && scene.Category(k) is { Type: ColumnType.Text, Role: ColumnRole.Dimension } beside && !scene.Used(k) && draft.Groups[0].Column != beside)
        {
            // 工房別に顧客区分の件数を積み上げ棒グラフで: bars that stand beside or upon each other are of something.
            AddCount(scene, draft, i);
            var side = new GroupPart { Column = beside, Role = DimensionRole.Series };
            draft.Groups.Add(side);
            scene.Use(k, side);
            return;
        }
        if (k >= 0 && scene.Category(k) is { Type: ColumnType.Text, Values.Count: > 1 and <= 12 } kinds && !scene.Used(k) && AreTheRows(scene, kinds) && !draft.Groups.Exists(g => g.Bin is not null || g.Column == kinds))
        {
            AddCount(scene, draft, i);
            scene.Use(k, scene.PartOf(i));
            return;
        }
        if (k >= 0 && scene[k] is FieldMeaning { Own: false, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } } && !scene.Used(k) && scene.IsJapanese(i) && scene.Raw(i) is "件数" or "の件数" or "何件" && !draft.Groups.Exists(g => g.Bin is not null))
        {
            // 寄附件数 beside 寄附者性別: the cases are counted, not the kinds of a column that is named in part only.
            AddCount(scene, draft, i);
            scene.Use(k, scene.PartOf(i));
            return;
        }
        if (k >= 0 && scene.IsJapanese(k) && scene.Raw(i) is "人数" or "の人数" or "何人" or "何名" && scene.Category(k) is { Role: ColumnRole.Dimension, Type: ColumnType.Text } houses && !People.IsOfPeople(houses) && scene.Lexicon.Identity is { } person && person != houses && People.IsOfPeople(person) && !scene.Used(k) && !draft.Groups.Exists(g => g.Column == houses))
        {
            // 部署の人数, 各部署に何人: people are counted in each.
            AddCount(scene, draft, i);
            var house = new GroupPart { Column = houses, Grouped = true };
            draft.Groups.Add(house);
            scene.Use(k, house);
            return;
        }
        if (k >= 0 && scene.Category(k) is { Role: ColumnRole.Dimension, Type: not ColumnType.Boolean } column && !IsGrouped(scene, draft, k, column) && !draft.Groups.Exists(g => g.Bin is not null))
        {
            AddCount(scene, draft, i, column == scene.Lexicon.Identity && scene.Lexicon.IsPerRow ? null : column);
            scene.Use(k, scene.PartOf(i));
            return;
        }
        AddCount(scene, draft, i);
        if (k >= 0 && scene.Category(k) is not null && draft.Groups.Exists(g => g.Bin is not null)) scene.Use(k, scene.PartOf(i));
        // メダル獲得数: what was won says what the rows are.
        if (scene.IsEntity(k) && scene.IsJapanese(k) && k > 0 && scene.FirstToken(k).Glued && scene.Category(k - 1) is { Type: ColumnType.Text } && !scene.Used(k - 1)) scene.Use(k - 1, scene.PartOf(i));
        // What the rows are is counted as rows, whichever column bears the same name.
        if (scene.IsEntity(k)) draft.Bonus += 1;
        if (k < 0 || scene.Used(k)) return;
        if (scene.IsEntity(k) || scene.Is(k, WordKind.Rows, WordKind.GrainNoun) || scene.Field(k)?.Role == ColumnRole.Identity) scene.Use(k, scene.PartOf(i));
        else if (scene.Time(k) is { } time)
        {
            draft.TimeHint ??= time;
            scene.Use(k, scene.PartOf(i));
        }
    }

    /// <summary>Medals in a table of medals: a column of few kinds that is called as the table itself says of what kind a row is.</summary>
    private static bool AreTheRows(Scene scene, Column column) =>
        new[] { scene.Contract.Key }.Concat(scene.Contract.Titles.Values).Select(title => Tokens.OfName(title)).Any(title => title.Count > 0 && ColumnForms.NamesOf(column).Any(name => name.Count == 1 && name[0].Text == title[^1].Text));

    private static int Mentioned(Scene scene, int k, Column column)
    {
        for (var other = 0; other < k; other++)
        {
            if (!scene.Used(other) && scene.Category(other) == column && !scene.Is(scene.Next(other, -1), WordKind.By)) return other;
        }
        return -1;
    }

    private static bool IsCrossed(Scene scene, Draft draft, int i, int k) =>
        scene.IsJapanese(k) && scene.Category(k) is { } column && scene.Next(k, -1) is >= 0 and var join && scene.IsJoin(join) && (scene.Raw(join) is "×" or "*" or "x" || scene.Raw(join) is "と" && AreCasesOfPairs(scene, draft, i, join, column))
        && scene.Next(join, -1) is >= 0 and var other && (scene.Category(other) is not null || scene.Is(other, WordKind.Grain, WordKind.GrainNoun));

    /// <summary>駆除対象と建物の件数をヒートマップで: cases are no kinds of either.</summary>
    private static bool AreCasesOfPairs(Scene scene, Draft draft, int i, int join, Column column) =>
        draft.Chart is ChartType.Heatmap or ChartType.Pivot && scene.Raw(i) is "件数" or "の件数" && scene.Category(scene.Next(join, -1)) is { Type: ColumnType.Text } other && other != column;

    private static bool IsGrouped(Scene scene, Draft draft, int k, Column column) =>
        scene.Used(k) || draft.Groups.Any(g => g.Column == column) || (scene.IsJapanese(k) && scene.Is(k + 1, WordKind.ByAfter));
}
