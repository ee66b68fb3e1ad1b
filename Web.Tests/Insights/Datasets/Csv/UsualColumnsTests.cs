using System.Text;
using Web.Insights.Datasets.Csv;
using Web.Semantics;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>What a header and its cells tell of the usual figure, the usual day, and of noughts and ones.</summary>
public sealed class UsualColumnsTests
{
    [Theory]
    [InlineData("活魚", ColumnType.Boolean)]
    [InlineData("再来", ColumnType.Boolean)]
    [InlineData("is_late", ColumnType.Boolean)]
    [InlineData("子ども数", ColumnType.Integer)]
    [InlineData("負傷者", ColumnType.Integer)]
    [InlineData("得点", ColumnType.Integer)]
    [InlineData("goals", ColumnType.Integer)]
    public async Task The_header_tells(string header, ColumnType type)
    {
        var file = Encoding.UTF8.GetBytes($"place,{header}\n" + string.Concat(Enumerable.Range(0, 80).Select(i => $"p{i % 9},{i % 3 / 2}\n")));
        var plan = await CsvInference.ReadAsync(() => new MemoryStream(file), TimeZoneInfo.Utc, TestContext.Current.CancellationToken);
        Assert.Equal(type, plan.Columns[1].Column.Type);
    }

    [Theory]
    [InlineData("受付日,利用日", "利用日")]
    [InlineData("booked_on,event_date", "event_date")]
    [InlineData("booked_on,checkin_date", "checkin_date")]
    [InlineData("予約日,宿泊日", "宿泊日")]
    [InlineData("予約日,人数", "予約日")]
    public async Task What_happened_comes_before_when_it_was_booked(string header, string time)
    {
        var two = header.EndsWith('日') || header.EndsWith("date", StringComparison.Ordinal);
        var file = Encoding.UTF8.GetBytes($"{header}\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"2025-0{1 + i % 9}-05,{(two ? $"2025-0{1 + i % 9}-1{i % 9}" : i)}\n")));
        var plan = await CsvInference.ReadAsync(() => new MemoryStream(file), TimeZoneInfo.Utc, TestContext.Current.CancellationToken);
        var column = plan.Columns.Single(c => c.Column.Name == plan.DefaultTime);
        Assert.Contains(time, new[] { column.Column.Name, column.Column.SourceName });
    }

    [Theory]
    [InlineData("最大電力[kW]", "mean")]
    [InlineData("電力量[kWh]", "sum")]
    [InlineData("Conv.", "sum")]
    [InlineData("conversion rate", "mean")]
    public async Task What_is_usual_is_told_by_the_header(string header, string aggregate)
    {
        var file = Encoding.UTF8.GetBytes($"place,{header}\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"p{i % 9},{30 + i * 7 % 41}\n")));
        var plan = await CsvInference.ReadAsync(() => new MemoryStream(file), TimeZoneInfo.Utc, TestContext.Current.CancellationToken);
        Assert.Equal(aggregate, plan.Columns[1].Column.DefaultAggregate);
    }

    [Theory]
    [InlineData("Parts (£),Labour (£),Total (£)", "Total (£)")]
    [InlineData("部品代(円),合計金額(円)", "合計金額(円)")]
    [InlineData("Net (£),Tax (£)", "Net (£)")]
    public async Task Of_several_sums_of_money_the_whole_is_meant(string header, string usual)
    {
        var many = header.Count(c => c == ',') + 1;
        var file = Encoding.UTF8.GetBytes($"{header}\n" + string.Concat(Enumerable.Range(1, 40).Select(i => string.Join(',', Enumerable.Range(1, many).Select(k => FormattableString.Invariant($"{i * k * 3 + 0.5:0.00}"))) + "\n")));
        var plan = await CsvInference.ReadAsync(() => new MemoryStream(file), TimeZoneInfo.Utc, TestContext.Current.CancellationToken);
        Assert.Equal(usual, plan.Columns.Single(c => c.Column.Name == plan.DefaultMeasure).Column.SourceName);
    }

    [Theory]
    [InlineData("Transit Days")]
    [InlineData("Turnaround (days)")]
    [InlineData("輸送日数")]
    public async Task How_long_one_thing_took_is_averaged(string header)
    {
        var (_, column) = await CsvSample.ColumnAsync(header, [.. Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{3 + (i * 7 % 40)}"))]);
        Assert.Equal(Aggregates.Mean, column.Column.DefaultAggregate);
    }
}
