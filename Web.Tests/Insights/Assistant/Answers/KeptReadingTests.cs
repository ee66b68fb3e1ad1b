using System.Text.Json;
using Web.Insights.Assistant.Answers;
using Web.Language;
using Web.Semantics;

namespace Web.Tests.Insights.Assistant.Answers;

public sealed class KeptReadingTests
{
    [Fact]
    public void What_was_kept_before_guesses_were_is_read()
    {
        const string Kept = """{"confidence":0.6,"threads":[],"assumptions":[{"slot":"","text":"“cows” is taken for “Herd size”.","is_of_word":true},{"slot":"/limit","text":"The first 10.","is_of_word":false}],"unexplained":["cows"],"alternatives":[],"reviewed":false}""";
        var reading = JsonSerializer.Deserialize<KeptReading>(Kept, ChartJson.Options)!;
        Assert.All(reading.Assumptions, assumption => Assert.Null(assumption.Guess));
        Assert.Equal([true, false], reading.Assumptions.Select(assumption => assumption.IsOfWord));
    }

    [Fact]
    public void A_guess_is_kept_with_its_column_and_value()
    {
        var guess = new GuessedWord("cows", "breed", "Jersey");
        var kept = JsonSerializer.Serialize(KeptReading.None with { Assumptions = [new Assumption("", "…") { Guess = guess }] }, ChartJson.Options);
        Assert.Equal(guess, JsonSerializer.Deserialize<KeptReading>(kept, ChartJson.Options)!.Assumptions[0].Guess);
    }
}
