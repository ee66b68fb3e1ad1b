namespace Web.Tests.Language.Grammar.Conditions;

/// <summary>How many were listed is no condition, and what "but" leaves out behind a word for all.</summary>
public sealed class ListedNumberTests
{
    [Fact]
    public void The_number_of_listed_values_is_passed_over() => Assert.StartsWith("big_number |  | count | studio in [Clay House,Kiln Row]", Pottery.Said("Clay HouseとKiln Rowの2工房で注文の件数"), StringComparison.Ordinal);

    [Theory]
    [InlineData("passengers by garrison in any channel group but Rail", "channel_group != Rail")]
    [InlineData("all garrisons other than Dover: number of runs", "bar | x:garrison/ | count | garrison != Dover")]
    public void But_leaves_out(string words, string expected) => Assert.Contains(expected, Convoys.Said(words), StringComparison.Ordinal);
}
