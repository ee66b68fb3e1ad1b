namespace Web.Tests.Language.Grammar;

/// <summary>Values as conditions, and what denies them.</summary>
public sealed class ValueRuleTests
{
    [Theory]
    [InlineData("まだ承認されてない記録は何件", "big_number |  | count | status != 承認済 |  |  |  |  | ")]
    [InlineData("承認されていない記録を港別に", "bar | x:port/ | count | status != 承認済 |  |  |  |  | ")]
    [InlineData("承認された記録は何件", "big_number |  | count | status = 承認済 |  |  |  |  | ")]
    public void What_was_not_done_is_left_out(string words, string expected) => Assert.Equal(expected, Charters.Said(words));
}
