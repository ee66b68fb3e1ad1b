namespace Web.Tests.Language.Grammar;

/// <summary>Years held against each other.</summary>
public sealed class ComparedYearsTests
{
    [Theory]
    [InlineData("compare pieces by month for 2024 and 2025", "line | x:ordered_on/month_of_year,series:ordered_on/year | sum pieces | any(ordered_on in_period 2024,ordered_on in_period 2025) |  |  |  |  | ")]
    [InlineData("2024年と2025年のpiecesを月別に比べたい", "line | x:ordered_on/month_of_year,series:ordered_on/year | sum pieces | any(ordered_on in_period 2024,ordered_on in_period 2025) |  |  |  |  | ")]
    public void Each_year_is_a_line_through_the_months(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("compare pieces in 2024 and 2025 by studio", "bar | x:studio/,series:ordered_on/year | sum pieces | any(ordered_on in_period 2024,ordered_on in_period 2025) |  |  |  |  | ")]
    [InlineData("昨年度と今年度のpiecesをstudio別に比較して", "bar | x:studio/,series:ordered_on/fiscal_year | sum pieces | any(ordered_on in_period last_fiscal_year,ordered_on in_period this_fiscal_year) |  |  |  |  | ")]
    public void Side_by_side_in_each_group(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));
}
