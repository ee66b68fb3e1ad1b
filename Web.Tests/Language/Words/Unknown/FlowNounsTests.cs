namespace Web.Tests.Language.Words.Unknown;

/// <summary>What is done with a thing that is measured, and what falls to each.</summary>
public sealed class FlowNounsTests
{
    [Theory]
    [InlineData("total co2 emissions by garrison", "bar | x:garrison/ | sum co2_t |  |  |  |  |  | ")]
    [InlineData("electricity consumption by garrison", "bar | x:garrison/ | sum electricity_mwh |  |  |  |  |  | ")]
    [InlineData("co2 per head by garrison", "bar | x:garrison/ | mean co2_per_capita_t |  |  |  |  |  | ")]
    public void Is_that_figure(string words, string expected) => Assert.Equal(expected, Convoys.Said(words));

    [Theory]
    [InlineData("number of runs by hire date")]
    [InlineData("passenger emissions by garrison")]
    public void What_the_table_does_not_keep_is_asked(string words) => Assert.Equal("asked", Convoys.Said(words));
}
