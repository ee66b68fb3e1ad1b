using Web.Semantics;

namespace Web.Tests.Semantics;

public sealed class ProvisionalTests
{
    [Theory]
    [InlineData("Requested (£)", "requested")]
    [InlineData("overtime_hours", "overtime")]
    [InlineData("残業時間(h)", "残業")]
    [InlineData("Listing Price", null)]
    [InlineData("売上金額", null)]
    public void A_header_says_it_itself(string header, string? word) => Assert.Equal(word, Provisional.WordOf(header));

    [Fact]
    public void It_counts_only_beside_another_of_its_kind()
    {
        var (planned, spent, hours) = (Money("planned_cost"), Money("cost"), new Column { Name = "hours", Type = ColumnType.Number, Role = ColumnRole.Measure });
        Assert.Equal("planned", Provisional.WordOf(planned, [planned, spent, hours]));
        Assert.Null(Provisional.WordOf(planned, [planned, hours]));
        Assert.Null(Provisional.WordOf(spent, [planned, spent, hours]));
    }

    private static Column Money(string name) => new() { Name = name, Type = ColumnType.Money, Role = ColumnRole.Measure, Currency = "JPY" };
}
