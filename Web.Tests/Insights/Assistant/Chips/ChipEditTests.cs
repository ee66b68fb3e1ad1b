using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Web.Insights.Assistant.Chips;
using Web.Semantics;

namespace Web.Tests.Insights.Assistant.Chips;

public sealed class ChipEditTests
{
    private static readonly DatasetContract Sales = new()
    {
        Key = "sales",
        DefaultTime = "day",
        DefaultMeasure = "amount",
        Columns =
        [
            new() { Name = "day", Type = ColumnType.Date, Role = ColumnRole.Time },
            new() { Name = "shop", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["North", "South"] },
            new() { Name = "amount", Type = ColumnType.Money, Currency = "JPY", Role = ColumnRole.Measure },
            new() { Name = "paid", Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
        ],
    };

    private static readonly DatasetContract Stock = new()
    {
        Key = "stock",
        Columns = [new() { Name = "shop", Type = ColumnType.Text, Role = ColumnRole.Dimension }, new() { Name = "pieces", Type = ColumnType.Integer, Role = ColumnRole.Measure }],
    };

    private static readonly Catalog Catalog = new(new[] { Sales, Stock }.Select(contract => new Dataset(contract, new DatasetSource { From = "t", TenantColumn = "t.tenant_id", Columns = new Dictionary<string, SourceColumn>() })));

    private static readonly ChartQuery Query = new()
    {
        ChartType = ChartType.Bar,
        Template = "bar",
        Dataset = "sales",
        Dimensions = [new("shop")],
        Measures = [new("amount", Aggregates.Sum)],
        Filters = [ChartFilter.On("day", FilterOp.InPeriod, "this_year")],
        Sort = new ChartSort(new SortBy("amount", Aggregates.Sum), SortOrder.Desc),
    };

    [Fact]
    public void Each_part_is_what_its_form_says()
    {
        Assert.Equal(new ChartMeasure(null, Aggregates.Count), Apply("/measures/0", ("subject", "rows")).Measures[0]);
        Assert.Equal(new ChartMeasure("amount", Aggregates.Max, Transform: Transform.Share), Apply("/measures/+", ("subject", "column:amount"), ("aggregate", "max"), ("transform", "share")).Measures[1]);
        Assert.Equal(new ChartDimension("day", DimensionRole.Series, Grain.Month), Apply("/dimensions/+", ("field", "day"), ("grain", "month")).Dimensions[1]);
        Assert.Equal(new ChartDimension("amount", DimensionRole.X, Bin: new Bin(Count: 12)), Apply("/dimensions/0", ("field", "amount"), ("bin", "count"), ("bin_size", "１２"), ("grain", "month")).Dimensions[0]);
        Assert.Equal((5, true), (Apply("/limit", ("limit", "5"), ("others", "true")).Limit, Apply("/limit", ("limit", "5"), ("others", "true")).Others));
        Assert.Null(Apply("/limit", ("limit", ""), ("others", "true")).Others);
        Assert.Equal(new ChartSort(SortBy.X, SortOrder.Asc), Apply("/sort", ("by", "x"), ("order", "asc")).Sort);
        Assert.Equal(12_500m, Apply("/target", ("target", "12,500")).Target);
        Assert.Equal(ChartType.Pie, Apply("/chart_type", ("chart_type", "pie")).ChartType);
    }

    [Fact]
    public void A_condition_becomes_one_of_several_and_back()
    {
        (string, string)[] both = [("conditions", "2"), ("subject", "shop"), ("op", "in"), ("value", "North"), ("or1.subject", "amount"), ("or1.op", ">"), ("or1.value", "1,000")];
        var any = Apply("/filters/+", both).Filters[1].Any!;
        Assert.Equal([("shop", FilterOp.Equal, "\"North\""), ("amount", FilterOp.Greater, "1000")], any.Select(one => (one.Field, one.Op!.Value, one.Value!.Value.GetRawText())));
        Assert.Equal(any.Select(one => one.Field), Apply("/filters/0", both).Filters[0].Any!.Select(one => one.Field));
        var less = Apply("/filters/+", [.. both, ("again", "less.0")]).Filters[1];
        Assert.Equal((null, "amount"), (less.Any, less.Field));
    }

    [Fact]
    public void What_a_form_of_several_does_not_show_stays_with_its_condition()
    {
        var query = Query with { Filters = [new ChartFilter { Any = [ChartFilter.On("shop", FilterOp.Equal, "North"), ChartFilter.On("day", FilterOp.Equal, 6, Grain.Weekday)] }] };
        var slot = ChipSlot.Of("/filters/0")!;
        ChartFilter Edited(params (string Name, string Value)[] fields) => ChipEdit.Apply(query, slot, new ChipInput(fields.Select(field => KeyValuePair.Create(field.Name, new StringValues(field.Value)))), Catalog)!.Filters[0];
        var kept = Edited(("conditions", "2"), ("subject", "shop"), ("op", "in"), ("value", "South"), ("or1.subject", "day"), ("or1.op", "="), ("or1.value", "7"));
        Assert.Equal(Grain.Weekday, kept.Any![1].Grain);
        Assert.Equal(7, kept.Any[1].Value!.Value.GetInt32());
        // The first has gone: what was second keeps its grain too.
        Assert.Equal(Grain.Weekday, Edited(("conditions", "1"), ("subject", "day"), ("op", "="), ("value", "7")).Grain);
    }

    [Fact]
    public void An_order_by_a_figure_that_goes_becomes_an_order_by_the_one_that_comes() =>
        Assert.Equal(SortBy.Y, Apply("/measures/0", ("subject", "rows")).Sort!.By);

    [Theory]
    [InlineData("subject=shop&op=in&value=North", """{"field":"shop","op":"=","value":"North"}""")]
    [InlineData("subject=shop&op=not_in&value=North&value=South", """{"field":"shop","op":"not_in","value":["North","South"]}""")]
    [InlineData("subject=shop&op=in&typed=East%0D%0AWest", """{"field":"shop","op":"in","value":["East","West"]}""")]
    [InlineData("subject=shop&op=is_null&value=North", """{"field":"shop","op":"is_null"}""")]
    [InlineData("subject=amount&op=between&value=1,000&value_to=２０００", """{"field":"amount","op":"between","value":[1000,2000]}""")]
    [InlineData("subject=amount&op=%3E&value=many", """{"field":"amount","op":">","value":"many"}""")]
    [InlineData("subject=paid&op=%3D&value=false", """{"field":"paid","op":"=","value":false}""")]
    [InlineData("subject=day&op=in_period&period=last_7_days", """{"field":"day","op":"in_period","value":"last_7_days"}""")]
    [InlineData("subject=day&op=in_period&period=range&from=2026-01-05", """{"field":"day","op":"in_period","value":{"from":"2026-01-05","to":null}}""")]
    [InlineData("subject=day&op=%3E%3D&value=2026-01-05", """{"field":"day","op":">=","value":"2026-01-05"}""")]
    [InlineData("subject=figure:sum:amount&op=%3E&value=5", """{"field":"amount","op":">","value":5,"aggregate":"sum"}""")]
    public void A_condition_has_the_values_of_its_kind(string form, string filter)
    {
        var input = new ChipInput(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form));
        var made = ChipEdit.Apply(Query, ChipSlot.Of("/filters/+")!, input, Catalog)!.Filters[1];
        Assert.Equal(filter, JsonSerializer.Serialize(made, ChartJson.Options));
    }

    [Fact]
    public void Other_data_keeps_what_it_has_and_else_begins_anew()
    {
        var counted = Query with { Measures = [new(null, Aggregates.Count)], Sort = null };
        var kept = ChipEdit.Apply(counted, ChipSlot.Of("/dataset")!, Input(("dataset", "stock")), Catalog)!;
        Assert.Equal(("stock", "shop", 0), (kept.Dataset, kept.Dimensions[0].Field, kept.Filters.Count));
        var fresh = ChipEdit.Apply(Query, ChipSlot.Of("/dataset")!, Input(("dataset", "stock")), Catalog)!;
        Assert.Equal(Aggregates.Count, Assert.Single(fresh.Measures).Aggregate);
        Assert.Null(ChipEdit.Apply(Query, ChipSlot.Of("/dataset")!, Input(("dataset", "nobodys")), Catalog));
        var first = FirstChart.Of(Sales);
        Assert.Equal((ChartType.Line, "day", "amount"), (first.ChartType, first.Dimensions[0].Field, first.Measures[0].Field));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/filters")]
    [InlineData("/filters/-1")]
    [InlineData("/version")]
    [InlineData("filters/0")]
    public void Other_words_are_no_part(string? slot) => Assert.Null(ChipSlot.Of(slot));

    [Fact]
    public void What_is_not_there_cannot_be_changed()
    {
        Assert.Null(ChipEdit.Apply(Query, ChipSlot.Of("/measures/7")!, Input(("subject", "rows")), Catalog));
        Assert.Null(ChipEdit.Apply(Query, ChipSlot.Of("/dimensions/+")!, Input(), Catalog));
        Assert.Null(ChipEdit.Apply(Query, ChipSlot.Of("/filters/0")!, Input(), Catalog));
    }

    private static ChartQuery Apply(string slot, params (string Name, string Value)[] fields) => ChipEdit.Apply(Query, ChipSlot.Of(slot)!, Input(fields), Catalog)!;

    private static ChipInput Input(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, new StringValues(field.Value))));
}
