using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Grammar;

/// <summary>Seasons, weekends and parts of the day are conditions on a part of the time.</summary>
public sealed class PartsOfTimeTests
{
    private static readonly DatasetContract Ferries = new()
    {
        Key = "export_52",
        DefaultTime = "sailed_at",
        Columns =
        [
            new() { Name = "route", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Oban", "Skye", "Mull"] },
            new() { Name = "fares", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" },
            new() { Name = "sailed_at", Type = ColumnType.Timestamp, Role = ColumnRole.Time },
        ],
    };

    [Theory]
    [InlineData("total fares by route in summer", Grain.MonthOfYear, "[6,7,8]")]
    [InlineData("total fares by route during the winter", Grain.MonthOfYear, "[12,1,2]")]
    [InlineData("winter fares by route", Grain.MonthOfYear, "[12,1,2]")]
    [InlineData("夏のfaresをroute別に", Grain.MonthOfYear, "[6,7,8]")]
    [InlineData("秋季のfaresをroute別に", Grain.MonthOfYear, "[9,10,11]")]
    [InlineData("total fares by route at weekends", Grain.Weekday, "[6,7]")]
    [InlineData("total fares by route on weekdays", Grain.Weekday, "[1,2,3,4,5]")]
    [InlineData("週末のfaresをroute別に", Grain.Weekday, "[6,7]")]
    [InlineData("total fares by route in the morning", Grain.HourOfDay, "[6,7,8,9,10,11]")]
    [InlineData("evening fares by route", Grain.HourOfDay, "[18,19,20,21]")]
    [InlineData("深夜のfaresをroute別に", Grain.HourOfDay, "[0,1,2,3,4]")]
    [InlineData("夕方のfaresをroute別に", Grain.HourOfDay, "[15,16,17,18]")]
    public void A_part_of_the_time_narrows(string words, Grain part, string values)
    {
        var query = Read(words);
        var filter = Assert.Single(query.Filters);
        Assert.Equal(("sailed_at", part, values), (filter.Field, filter.Grain, filter.Value!.Value.GetRawText()));
        Assert.Equal("route", query.X!.Field);
    }

    [Theory]
    [InlineData("fares on weekdays vs weekends", Grain.Weekday, 0)]
    [InlineData("weekday vs weekend fares", Grain.Weekday, 0)]
    [InlineData("平日と週末のfares", Grain.Weekday, 0)]
    [InlineData("夏と冬のfaresを比較", Grain.MonthOfYear, 1)]
    [InlineData("午前と午後のfares", Grain.HourOfDay, 0)]
    [InlineData("total fares by weekday", Grain.Weekday, 0)]
    public void Several_parts_are_seen_beside_each_other(string words, Grain part, int filters)
    {
        var query = Read(words);
        Assert.Equal(part, query.X!.Grain);
        Assert.Equal(filters, query.Filters.Count);
    }

    [Fact]
    public void A_year_and_a_season_narrow_both()
    {
        var query = Read("2025年の夏のfaresをroute別に");
        Assert.Equal(2, query.Filters.Count);
        Assert.Contains(query.Filters, f => f.Grain == Grain.MonthOfYear);
        Assert.Contains(query.Filters, f => f.Op == FilterOp.InPeriod);
    }

    [Fact]
    public void An_hour_in_a_column_of_its_own_is_compared_as_a_number()
    {
        var rides = Ferries with { Columns = [Ferries.Columns[0], Ferries.Columns[1], new() { Name = "START_HOUR", Type = ColumnType.Integer, Role = ColumnRole.Dimension }], DefaultTime = null };
        var query = Assert.IsType<Understood>(InterpreterTests.Ask("total fares by route in the afternoon", [rides])).Readings[0].Query;
        var filter = Assert.Single(query.Filters);
        Assert.Equal(("START_HOUR", FilterOp.Between, "[12,17]"), (filter.Field, filter.Op, filter.Value!.Value.GetRawText()));
    }

    [Fact]
    public void A_value_of_that_name_is_meant_before_hours()
    {
        var shifts = Ferries with { Columns = [.. Ferries.Columns, new() { Name = "shift", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Morning", "Evening", "Night"] }] };
        var filter = Assert.Single(Assert.IsType<Understood>(InterpreterTests.Ask("morning fares by route", [shifts])).Readings[0].Query.Filters);
        Assert.Equal("shift", filter.Field);
    }

    private static ChartQuery Read(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Ferries])).Readings[0].Query;
}
