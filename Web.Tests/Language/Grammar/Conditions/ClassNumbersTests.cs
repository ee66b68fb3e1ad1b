namespace Web.Tests.Language.Grammar.Conditions;

/// <summary>The number of a class, and figures that come to nothing.</summary>
public sealed class ClassNumbersTests
{
    [Theory]
    [InlineData("how many runs in third class", "big_number |  | count | class = 3 |  |  |  |  | ")]
    [InlineData("number of runs in first class", "big_number |  | count | class = 1 |  |  |  |  | ")]
    [InlineData("2等の件数をgarrison別に", "bar | x:garrison/ | count | class = 2 |  |  |  |  | ")]
    public void Narrows(string words, string expected) => Assert.Equal(expected, Convoys.Said(words));

    [Theory]
    [InlineData("number of runs in first or second class")]
    [InlineData("1等から3等の件数をgarrison別に")]
    [InlineData("2等以上の件数")]
    [InlineData("garrisons with zero passengers")]
    public void Half_of_what_was_said_is_asked(string words) => Assert.Equal("asked", Convoys.Said(words));

    [Theory]
    [InlineData("runs with zero passengers", "table |  |  | passengers = 0 |  |  |  |  | ")]
    [InlineData("passengersゼロの件数をgarrison別に", "bar | x:garrison/ | count | passengers = 0 |  |  |  |  | ")]
    [InlineData("runs without a remark", "table |  |  | remark is_null  |  |  |  |  | ")]
    public void Nothing_is_a_condition(string words, string expected) => Assert.Equal(expected, Convoys.Said(words));
}
