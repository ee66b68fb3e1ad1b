using Web.Semantics;

namespace Web.Language;

/// <summary>Questions back, each with answers to click on.</summary>
internal static class Questions
{
    private const int Most = 5;

    public static Unsure OfReadings(Request request, IReadOnlyList<Candidate> near)
    {
        var names = Interpreter.NamesOf(request, near[0]);
        return new Unsure(names.Text("question.ambiguous"), Distinct(near.Take(Most).Select(c => new Choice(Labels.Of(c.Query, names, c.Scene.Contract), c.Query))));
    }

    public static Unsure OfDataset(Request request, IReadOnlyList<Candidate> candidates)
    {
        var best = candidates[0];
        var near = candidates.Where(c => c.KnowsData && c.Coverage >= best.Coverage - 0.05 && c.Draft.Gaps.Count == best.Draft.Gaps.Count && best.Score - c.Score < 1 + (0.15 * Math.Abs(best.Score))).Take(Most);
        var choices = near.Select(c =>
        {
            var names = Interpreter.NamesOf(request, c);
            return new Choice(names.Text("choice.dataset", c.Scene.Contract.TitleIn(request.Locale), Labels.Of(c.Query, names, c.Scene.Contract)), c.Query);
        });
        return new Unsure(Texts.Get("question.dataset", request.Locale), [.. choices]);
    }

    public static Unsure OfUnread(Request request, Candidate best)
    {
        var names = Interpreter.NamesOf(request, best);
        List<string> unread = [.. best.Unexplained.Select(best.Scene.Typed)];
        var words = names.List(unread);
        return new Unsure(names.Text("question.unread", words), [Without(best, words, names)]) { Unknown = unread };
    }

    /// <summary>A condition and nothing that it could narrow: what shall be shown of it?</summary>
    public static Unsure OfLone(Request request, Candidate best)
    {
        var names = Interpreter.NamesOf(request, best);
        var choices = OfMissingGroup(best with { Query = best.Query with { ChartType = ChartType.Bar } }, names)?.Choices ?? [];
        return new Unsure(names.Text("question.groupless"), Distinct(choices.Append(new Choice(Labels.Of(best.Query, names, best.Scene.Contract), best.Query))));
    }

    /// <summary>The question for the first place that is not known, or null. Charts that need a group and have none ask too.</summary>
    /// <param name="edit">What a candidate becomes: itself, or the last chart edited by it.</param>
    public static Unsure? OfGap(Request request, Reader reader, Candidate best, Func<Candidate, ChartQuery>? edit = null)
    {
        var whole = edit is null;
        edit ??= c => c.Query;
        var names = Interpreter.NamesOf(request, best);
        if (best is { Draft.Gaps.Count: 0, Query: { ChartType: ChartType.Box, Measures.Count: 0 } }) return OfMissingMeasure(best, names);
        if (best.Draft.Gaps.Count == 0) return NeedsGroup(best.Query) || (whole && LosesGroup(best)) ? OfMissingGroup(best, names) : AgainstNothing(best.Query) ? OfOtherFigure(best, names) : NeedsMeasure(best) || (whole && IsFragment(best)) ? OfMissingMeasure(best, names) : null;
        var gap = best.Draft.Gaps.OrderBy(g => g.Kind == GapKind.Group ? 0 : 1).First();
        var words = best.Scene.Typed(gap.Item);
        var choices = gap.Kind switch
        {
            GapKind.Group => OfGroup(reader, best, gap.Item, names, edit),
            GapKind.Value => OfValue(reader, best, gap.Item, names, edit),
            GapKind.Measure => OfMeasure(reader, best, gap.Item, names, edit),
            _ => OfCondition(reader, best, gap.Item, names, edit),
        };
        var key = gap.Kind switch { GapKind.Group => "question.group", GapKind.Value => "question.value", GapKind.Measure => "question.measure", _ => "question.condition" };
        if ((gap.Kind != GapKind.Measure || choices.Count == 0) && (gap.Kind != GapKind.Group || best.Query.Dimensions.Count > 0)) choices.Add(Without(best with { Query = edit(best) }, words, names));
        return new Unsure(names.Text(key, words), Distinct(choices)) { Unknown = UnknownIn(best, gap) };
    }

    /// <summary>A number or an "average" may be asked about too, and is known.</summary>
    private static List<string> UnknownIn(Candidate best, Gap gap) =>
        [.. best.Unexplained.Append(gap.Item).Distinct().Order().Where(i => best.Scene.IsUnknown(i) || (i == gap.Item && gap.Kind is GapKind.Group or GapKind.Value)).Select(best.Scene.Typed)];

    /// <summary>A comparison needs a stretch of time to compare; which one is not for us to guess.</summary>
    public static Unsure? OfPeriod(Request request, ChartQuery query, DatasetContract contract)
    {
        var runs = query.Dimensions.Any(d => d.Role == DimensionRole.X && d.Grain is not null and < Grain.HourOfDay);
        if (query.Compare is null || runs || query.Filters.Any(f => f.Op == FilterOp.InPeriod)) return null;
        var known = query.Filters.Where(f => f is { Field: not null, Op: not null }).Select(f => (f.Field!, f.Op!.Value, Value: (object?)(f.Value?.ValueKind == System.Text.Json.JsonValueKind.String ? f.Value.Value.GetString() : null)));
        if (PeriodRule.DefaultTime(contract, [.. known]) is not { IsTemporal: true } time) return null;
        var names = new Names(contract, request.Locale, request.Calendar, request.Today);
        var choices = new[] { "this_year", "this_fiscal_year", "this_month" }
            .Select(p => query with { Filters = [.. query.Filters, ChartFilter.On(time.Name, FilterOp.InPeriod, p)] })
            .Select(q => new Choice(Labels.Of(q, names, contract), q));
        return new Unsure(names.Text("question.period"), Distinct(choices));
    }

    private static Choice Without(Candidate best, string words, Names names) =>
        new(names.Text("choice.without", words, Labels.Of(best.Query, names, best.Scene.Contract)), best.Query);

    /// <summary>A grid has two sides.</summary>
    private static bool NeedsSide(ChartQuery query) => query is { ChartType: ChartType.Heatmap, Dimensions.Count: < 2 };

    /// <summary>Points set two figures against each other, bubbles three.</summary>
    private static bool AgainstNothing(ChartQuery query) =>
        query.ChartType == ChartType.Scatter ? query.Measures.Count == 1 : query.ChartType == ChartType.Bubble && query.Measures.Count is 1 or 2;

    private static Unsure? OfOtherFigure(Candidate best, Names names)
    {
        var raw = best.Query.Measures[0].Aggregate == Aggregates.None;
        MeasureRole[] roles = [MeasureRole.X, MeasureRole.Y, MeasureRole.Size];
        var choices = best.Scene.Contract.Columns.Where(c => c is { Hidden: false, Role: ColumnRole.Measure } && !best.Query.Measures.Any(m => m.Field == c.Name)).Take(Most)
            .Select(c => new ChartMeasure(c.Name, raw ? Aggregates.None : c.DefaultAggregate ?? Aggregates.Sum))
            .Select(m => best.Query with { Measures = [.. best.Query.Measures.Append(m).Select((all, i) => all with { Role = roles[i] })] })
            .Where(q => !AgainstNothing(q)).Select(q => new Choice(Labels.Of(q, names, best.Scene.Contract), q)).ToList();
        return choices.Count == 0 ? null : new Unsure(names.Text("question.against"), Distinct(choices));
    }

    /// <summary>What is asked for cannot be drawn before something more is said.</summary>
    public static bool Lacks(ChartQuery query) => NeedsGroup(query) || AgainstNothing(query);

    private static bool NeedsGroup(ChartQuery query) => NeedsSide(query) ||
        query.Dimensions.Count == 0 && (query.ChartType == ChartType.BigNumber && query.Limit is not null || query.ChartType is not (ChartType.BigNumber or ChartType.Table or ChartType.Scatter or ChartType.Bubble or ChartType.Gauge or ChartType.Box));

    /// <summary>"by date please": a division of nothing.</summary>
    private static bool IsFragment(Candidate best)
    {
        var scene = best.Scene;
        var first = Enumerable.Range(0, scene.Count).FirstOrDefault(i => !scene.IsSmall(i), -1);
        return scene.Is(first, WordKind.By) && scene.Raw(first) is "by" && best.Draft is { Measures.Count: 0, Counts: false, NamesRows: false, Chart: null, Filters.Count: 0, Share: false, Trend: false };
    }

    /// <summary>"average price per group": something divides, and it is not known what; a share that is of nothing; an order of one number.</summary>
    private static bool LosesGroup(Candidate best)
    {
        if (best.Query.Dimensions.Count > 0 || best.Query.ChartType == ChartType.Table && best.Query.Measures.Any(m => m.Aggregate == Aggregates.None)) return false;
        var divides = Enumerable.Range(0, best.Scene.Count).Any(i => best.Scene.Is(i, WordKind.By, WordKind.ByAfter) && !best.Scene.Used(i));
        return divides || best.Query.Filters.Any(f => f.Aggregate is not null) || (best.Draft.Share && !best.Query.Measures.Any(m => m.Transform is not null)) || best.Draft.Sort is { Order: not null, Axis: not "x" } && best.Draft.Limit is null && best.Query.Measures.Count == 1 && best.Query.Measures[0].Aggregate is not (Aggregates.Min or Aggregates.Max);
    }

    /// <summary>"top pages": by what? Only where rows were not said to be counted and there are figures to choose from.</summary>
    private static bool NeedsMeasure(Candidate best)
    {
        var ranks = best.Draft.Limit is not null || best.Draft.Sort is { Axis: "y" };
        if (CountsKinds(best)) return false;
        return ranks && best.Draft.Measures.Count == 0 && !best.Draft.Counts && best.Query.Measures is [{ Field: null }] && !NamesRows(best.Scene)
            && best.Scene.Contract.Columns.Any(c => !c.Hidden && c.Role == ColumnRole.Measure);
    }

    /// <summary>"top 3 offenses", 来院手段トップ3: of things that happen, where nothing is sold, the most frequent are meant.</summary>
    private static bool CountsKinds(Candidate best) =>
        best.Query.Dimensions is [{ Grain: null } only] && best.Scene.Contract.Find(only.Field) is { Role: ColumnRole.Dimension, Type: ColumnType.Text } column && column != best.Scene.Lexicon.Identity
        && best.Scene.Contract.Columns.Any(c => c is { Hidden: false, IsTemporal: true }) && best.Scene.Lexicon.ColumnCalled("sales") is null && best.Scene.Lexicon.ColumnCalled("revenue") is null && best.Unexplained.Count == 0;

    private static bool NamesRows(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.IsEntity(i) || scene.Value(i) is not null || scene.PartOf(i) is FilterPart { Value: bool });

    private static Unsure OfMissingMeasure(Candidate best, Names names)
    {
        var figures = best.Scene.Contract.Columns.Where(c => !c.Hidden && c.Role == ColumnRole.Measure)
            .OrderByDescending(c => c.Name == best.Scene.Contract.DefaultMeasure).Take(Most - 1)
            .Select(c => best.Query with { Measures = [new ChartMeasure(c.Name, best.Query.ChartType == ChartType.Box ? Aggregates.None : c.DefaultAggregate ?? Aggregates.Sum)] });
        if (best.Query.Measures.Count > 0) figures = figures.Append(best.Query);
        return new Unsure(names.Text("question.figure"), Distinct(figures.Select(q => new Choice(Labels.Of(q, names, best.Scene.Contract), q))));
    }

    private static Unsure? OfMissingGroup(Candidate best, Names names)
    {
        if (NeedsSide(best.Query)) return OfSides(best, names);
        var choices = Dimensions(best.Scene.Contract)
            .Select(c => best.Query with { ChartType = best.Query.ChartType == ChartType.BigNumber ? ChartType.Bar : best.Query.ChartType, Dimensions = [new ChartDimension(c.Name, DimensionRole.X, c.IsTemporal ? best.Scene.Contract.DefaultGrain ?? Grain.Month : null)] })
            .Select(q => new Choice(Labels.Of(q, names, best.Scene.Contract), q)).ToList();
        return choices.Count == 0 ? null : new Unsure(names.Text("question.groupless"), choices);
    }

    private static Unsure? OfSides(Candidate best, Names names)
    {
        var grain = best.Scene.Contract.DefaultGrain ?? Grain.Month;
        var free = Dimensions(best.Scene.Contract).Where(c => !best.Query.Dimensions.Any(d => d.Field == c.Name)).Select(c => new ChartDimension(c.Name, DimensionRole.X, c.IsTemporal ? grain : null)).ToList();
        var first = best.Query.Dimensions.Count > 0 ? best.Query.Dimensions[0] : free.FirstOrDefault();
        var choices = free.Where(d => d != first).Select(d => best.Query with { Dimensions = [first! with { Role = DimensionRole.X }, d with { Role = DimensionRole.Series }] })
            .Select(q => new Choice(Labels.Of(q, names, best.Scene.Contract), q)).ToList();
        return choices.Count == 0 ? null : new Unsure(names.Text("question.groupless"), Distinct(choices));
    }

    private static IEnumerable<Column> Dimensions(DatasetContract contract) =>
        contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Dimension }).Take(4)
            .Concat(contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Time }).Take(1));

    private static List<Choice> OfGroup(Reader reader, Candidate best, int item, Names names, Func<Candidate, ChartQuery> edit) =>
        [.. Dimensions(best.Scene.Contract).Select(c => reader.Read(item, new FieldMeaning(c, 1))[0]).Select(c => new Choice(Labels.Of(edit(c), names, c.Scene.Contract), edit(c)))];

    private static List<Choice> OfValue(Reader reader, Candidate best, int item, Names names, Func<Candidate, ChartQuery> edit) =>
        [.. NearValues.Of(best.Scene, item).Take(Most - 1).Select(v => reader.Read(item, v)[0]).Select(c => new Choice(Labels.Of(edit(c), names, c.Scene.Contract), edit(c)))];

    private static List<Choice> OfMeasure(Reader reader, Candidate best, int item, Names names, Func<Candidate, ChartQuery> edit) =>
        [.. best.Scene.Contract.Columns.Where(c => !c.Hidden && c.Role == ColumnRole.Measure).Take(4)
            .Select(c => best.Scene.Is(item, WordKind.Aggregate) ? (Reading: best, Measure: c, Said: best.Scene.Word(item)!.Value) : (Reading: reader.Read(item, new FieldMeaning(c, 1))[0], Measure: c, Said: null))
            .Select(c => c.Said is null ? edit(c.Reading) : edit(c.Reading) with { Measures = [new ChartMeasure(c.Measure.Name, c.Said)] })
            .Select(q => new Choice(Labels.Of(q, names, best.Scene.Contract), q))];

    /// <summary>The figures that the number can be held against: those in its unit before others, and the rows where something not known is counted.</summary>
    private static List<Choice> OfCondition(Reader reader, Candidate best, int item, Names names, Func<Candidate, ChartQuery> edit)
    {
        var columns = best.Scene.Contract.Columns.Where(c => !c.Hidden && c.Role == ColumnRole.Measure).ToList();
        if (Units.ColumnsAt(best.Scene, item + 1) is { Count: > 0 } measured && columns.FindAll(c => measured.Exists(m => m.Column == c)) is { Count: > 0 } inUnit) columns = inUnit;
        else if (best.Scene.Number(item) is { Percent: true } && columns.FindAll(c => c.Unit == "%") is { Count: > 0 } shares) columns = shares;
        var readings = columns.Take(4).Select(c => reader.Read(condition: c)[0]).ToList();
        if (Bounds.CountsThings(best.Scene, item)) readings.Insert(0, reader.Read(item + 1, new EntityMeaning(EntityForms.Fits))[0]);
        return [.. readings.Where(c => c.Draft.Gaps.Count < best.Draft.Gaps.Count).Select(c => new Choice(Labels.Of(edit(c), names, c.Scene.Contract), edit(c)))];
    }

    private static List<Choice> Distinct(IEnumerable<Choice> choices) => [.. choices.DistinctBy(c => c.Query.ToJson()).DistinctBy(c => c.Label)];
}
