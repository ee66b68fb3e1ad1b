using System.Text.Json;
using Web.Insights.Charts;
using Web.Semantics;

namespace Web.Tests.Semantics;

/// <summary>Queries put together at random from everything the language has: each is a fault, or compiles, runs and is drawn.</summary>
public sealed class RandomQueryTests(SalesDatabase database) : IClassFixture<SalesDatabase>
{
    private static readonly string[] Fields = [.. Sales.Contract.Columns.Select(c => c.Name)];
    private static readonly ChartType[] Types = [ChartType.Bar, ChartType.Column, ChartType.Line, ChartType.Pie, ChartType.BigNumber, ChartType.Table,
        ChartType.Funnel, ChartType.Gauge, ChartType.Pivot, ChartType.Waterfall, ChartType.Radar, ChartType.Sankey, ChartType.Mixed, ChartType.Forecast];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_random_query_is_a_fault_or_runs(int seed)
    {
        var random = new Random(seed);
        var ran = 0;
        for (var i = 0; i < 1200; i++)
        {
            var query = Make(random);
            // Its JSON reads back as the same query, and its form satisfies the template's own schema or the checker says why not.
            Assert.Equal(query.ToJson(), JsonSerializer.Deserialize<ChartQuery>(query.ToJson(), ChartJson.Options)!.ToJson());
            if (Checks.Gate.Check(query, Sales.Catalog, Sales.Tokyo, Sales.Today) is not CheckOutcome.Fits(var fits)) continue;
            var sql = SqlCompiler.Compile(fits);
            Assert.Equal(sql.Text, SqlCompiler.Compile(fits).Text);
            try
            {
                var result = await database.RunAsync(fits);
                var limit = query.Limit;
                if (limit is not null && fits.CountsRows) Assert.True(result.RowCount <= limit);
                if (limit is not null && !fits.CountsRows && fits.MixedColumn is null && query.LimitPer is null && query.Others != true)
                    Assert.True(result.Rows.Select(r => r[0]).Distinct().Count() <= limit);
                using var json = JsonDocument.Parse(result.ToJson());
                Assert.NotNull(EChartsOption.Of(fits, result, Checks.Templates.Find(fits.Shape.Template)!.Drawing, i % 2 == 0 ? "ja" : "en").ToJsonString());
            }
            catch (NoFiguresException none) when (none.Code is "series_too_short" or "radar_axes")
            {
                Assert.NotEmpty(new Fault(none.Pointer, none.Code, none.Args).MessageIn("ja"));
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{query.ToJson()}\n{sql.Text}\n{e}");
            }
            ran++;
        }
        Assert.True(ran > 60, $"only {ran} queries ran");
    }

    /// <summary>The kinds whose geometry asks more of a query: wrong shapes are faults, right ones run and are drawn, whatever the figures are.</summary>
    [Theory]
    [InlineData(ChartType.Area)]
    [InlineData(ChartType.Donut)]
    [InlineData(ChartType.Scatter)]
    [InlineData(ChartType.Bubble)]
    [InlineData(ChartType.Histogram)]
    [InlineData(ChartType.Box)]
    [InlineData(ChartType.Heatmap)]
    [InlineData(ChartType.Treemap)]
    public async Task A_random_query_of_a_kind_is_a_fault_or_runs(ChartType type)
    {
        var random = new Random(7);
        var shape = Checks.Templates.For(type)!.Shape;
        var ran = 0;
        for (var i = 0; i < 400; i++)
        {
            var query = Shaped(random, shape);
            if (Checks.Gate.Check(query, Sales.Catalog, Sales.Tokyo, Sales.Today) is not CheckOutcome.Fits(var fits)) continue;
            try
            {
                var result = await database.RunAsync(fits);
                Assert.All(result.Rows, row => Assert.Equal(result.Columns.Count, row.Count));
                Assert.NotNull(JsonDocument.Parse(result.ToJson()));
                Assert.NotNull(EChartsOption.Of(fits, result, Checks.Templates.For(type)!.Drawing, i % 2 == 0 ? "ja" : "en").ToJsonString());
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{query.ToJson()}\n{SqlCompiler.Compile(fits).Text}\n{e}");
            }
            ran++;
        }
        Assert.True(ran > 40, $"only {ran} queries ran");
    }

    /// <summary>Near what the shape asks for, so that many pass, and off it often enough.</summary>
    private static ChartQuery Shaped(Random random, ChartShape shape)
    {
        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
        bool Now(int in100) => random.Next(100) < in100;
        var numbers = Sales.Contract.Columns.Where(c => c.IsNumeric && c.Role == ColumnRole.Measure).Select(c => c.Name).ToList();
        var raw = shape.Boxes || (shape.Raw && Now(50)) || (shape.Bins && Now(30));
        List<DimensionRole> roles = [.. shape.Requires, .. shape.Permits.Where(_ => Now(40)), .. shape.Reads.Keys.Where(_ => Now(10))];
        if (shape.Bins && raw) roles.Remove(DimensionRole.X);
        return Make(random) with
        {
            ChartType = shape.ChartType,
            Dimensions = [.. roles.Select(role =>
            {
                var column = shape.Bins && role == DimensionRole.X ? Sales.Contract.Find(Pick(numbers))! : Pick(Sales.Contract.Columns);
                Grain? grain = !(raw && !shape.Boxes) && column.IsTemporal && Now(80) ? (Grain)random.Next(14) : null;
                Bin? bin = !(raw && !shape.Boxes) && column.IsNumeric && Now(40) ? Pick<Bin>([Bin.Auto, new Bin(Count: random.Next(1, 12)), new Bin(Width: 10000)]) : null;
                return new ChartDimension(column.Name, role, grain, bin);
            })],
            Measures = [.. Enumerable.Range(0, Now(5) ? random.Next(4) : shape.MaxMeasures == 6 ? random.Next(1, 3) : shape.MaxMeasures).Select(_ => new ChartMeasure(
                Now(90) ? Pick(numbers) : Pick(Fields), raw ? Aggregates.None : shape.Parts ? Aggregates.Sum : shape.Bins ? Aggregates.Count : Pick([Aggregates.Sum, Aggregates.Mean, Aggregates.Count, Aggregates.Max, Aggregates.P90]),
                Now(20) && shape.MeasureRoles.Count > 1 ? Pick(shape.MeasureRoles) : null, !raw && shape.Transforms && Now(20) ? (Transform)random.Next(5) : null))],
            Sort = Now(30) ? new ChartSort(Pick<SortBy>([SortBy.X, SortBy.Y, new SortBy("rep"), new SortBy("amount", "mean")]), (SortOrder)random.Next(2)) : null,
            LimitPer = null,
            Compare = shape.Compares && Now(20) ? new Comparison((CompareTo)random.Next(2)) : null,
            Stack = shape.Stacks && Now(30) ? (Stack)random.Next(3) : null,
            SeriesLimit = Now(20) ? random.Next(1, 4) : null,
            Others = Now(20) ? true : null,
        };
    }

    private static ChartQuery Make(Random random)
    {
        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
        bool Now(int in100) => random.Next(100) < in100;
        var type = Pick(Types);
        var raw = Now(12);
        var dimensions = new List<ChartDimension>();
        var wanted = type switch { ChartType.BigNumber or ChartType.Gauge => 0, ChartType.Pie or ChartType.Funnel or ChartType.Waterfall or ChartType.Mixed or ChartType.Forecast => 1, _ => random.Next(1, 4) };
        for (var d = 0; d < wanted; d++)
        {
            var column = Pick(Sales.Contract.Columns);
            Grain? grain = !raw && column.IsTemporal && Now(80) ? (Grain)random.Next(14) : null;
            Bin? bin = !raw && column.IsNumeric && Now(60) ? Pick<Bin>([Bin.Auto, new Bin(Count: random.Next(1, 12)), new Bin(Width: Pick<decimal>([5, 0.5m, 10000]))]) : null;
            var role = type == ChartType.Pivot ? d == 0 || Now(30) ? DimensionRole.Row : DimensionRole.Column : d switch { 0 => DimensionRole.X, 1 => DimensionRole.Series, _ => type == ChartType.Table ? DimensionRole.Detail : DimensionRole.Facet };
            dimensions.Add(new ChartDimension(column.Name, role, grain, bin));
        }
        var measures = Enumerable.Range(0, type is ChartType.Pie or ChartType.Radar or ChartType.Forecast or ChartType.Gauge ? 1 : random.Next(1, 3)).Select(_ =>
        {
            var aggregate = raw ? Aggregates.None : Pick([.. Aggregates.All.Where(a => a != Aggregates.None), "rush_rate", "count", "sum"]);
            return new ChartMeasure(aggregate == "rush_rate" || (aggregate == "count" && Now(60)) ? null : Pick(Fields), aggregate,
                Transform: !raw && type != ChartType.BigNumber && Now(25) ? (Transform)random.Next(5) : null);
        }).ToList();
        return new ChartQuery
        {
            ChartType = type,
            Dataset = "sales",
            Dimensions = dimensions,
            Measures = measures,
            Filters = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Filter(random, raw))],
            Sort = Now(50) ? new ChartSort(Pick<SortBy>([SortBy.X, SortBy.Y, new SortBy(Pick(Fields)), new SortBy("amount", "mean"), new SortBy("fee", "sum")]), (SortOrder)random.Next(2)) : null,
            Limit = Now(40) ? random.Next(1, 6) : null,
            LimitPer = Now(10) ? Pick(Fields) : null,
            SeriesLimit = Now(20) ? random.Next(1, 4) : null,
            Others = Now(30) ? true : null,
            Compare = Now(20) ? new Comparison((CompareTo)random.Next(2)) : null,
            Stack = Now(20) ? (Stack)random.Next(3) : null,
            Target = Now(10) ? 100 : null,
            Forecast = type == ChartType.Forecast && Now(70) ? new Forecasting(random.Next(1, 20)) : null,
        };
    }

    private static ChartFilter Filter(Random random, bool raw)
    {
        ChartFilter One() => random.Next(9) switch
        {
            0 => ChartFilter.On("rep", FilterOp.In, new[] { "aoki", "endo" }),
            1 => ChartFilter.On("sold_on", FilterOp.InPeriod, "2025"),
            2 => ChartFilter.On("sold_at", FilterOp.InPeriod, "last_18_months"),
            3 => ChartFilter.On("cost", FilterOp.Between, new[] { 10.5m, 4000 }),
            4 => ChartFilter.On("fee", FilterOp.GreaterOrEqual, 10),
            5 => ChartFilter.On("product", FilterOp.NotContains, "%"),
            6 => ChartFilter.On("customer.industry", FilterOp.NotNull),
            7 => ChartFilter.On("sold_at", FilterOp.LessOrEqual, 5, Grain.Weekday),
            _ => ChartFilter.On("days_ago", FilterOp.Less, 600),
        };
        return random.Next(10) switch
        {
            0 => new ChartFilter { Any = [One(), One()] },
            1 when !raw => ChartFilter.On("amount", FilterOp.Greater, 1000, aggregate: "sum"),
            _ => One(),
        };
    }
}
