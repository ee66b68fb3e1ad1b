namespace Web.Tests.Language.Grammar;

/// <summary>A moving average is taken over three steps.</summary>
public sealed class MovingStepsTests
{
    [Theory]
    [InlineData("3-month moving average of pieces", "line | x:ordered_on/month | sum pieces |  |  |  |  | moving_average | ")]
    [InlineData("piecesの3か月移動平均", "line | x:ordered_on/month | sum pieces |  |  |  |  | moving_average | ")]
    [InlineData("piecesの移動平均（3か月）", "line | x:ordered_on/month | sum pieces |  |  |  |  | moving_average | ")]
    [InlineData("3-week moving average of pieces", "line | x:ordered_on/week | sum pieces |  |  |  |  | moving_average | ")]
    public void Three_steps_are_what_it_is(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));

    [Theory]
    [InlineData("7-day moving average of pieces", "asked")]
    [InlineData("piecesの12か月移動平均", "asked")]
    public void Any_other_number_is_asked_about(string words, string expected) => Assert.Equal(expected, Pottery.Said(words));
}
