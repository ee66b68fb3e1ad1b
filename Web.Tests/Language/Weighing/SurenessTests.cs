using Web.Language;
using Web.Tests.Language.Domains;

namespace Web.Tests.Language.Weighing;

public sealed class SurenessTests
{
    [Fact]
    public async Task Every_reading_is_between_never_and_always()
    {
        var domain = await Domain.OfAsync("glider_flights");
        foreach (var (example, _) in domain.Requests)
        {
            var request = new Request(example.Utterance, example.IsJapanese ? "ja" : "en", [domain.Contract], Corpus.Calendar, Corpus.Today);
            if (Interpreter.Read(request) is Understood understood) Assert.All(understood.Readings, reading => Assert.InRange(reading.Confidence, 0, 1));
        }
    }

    [Fact]
    public void What_says_less_of_a_column_is_less_sure()
    {
        var (named, bare) = (ConfidenceOf("total amount by studio"), ConfidenceOf("studio pieces rating glaze"));
        Assert.True(named > bare, $"{named} {bare}");
        Assert.True(named >= Web.Language.Reading.Sure);
    }

    [Fact]
    public void Shares_and_what_is_none_of_them_add_up_to_one()
    {
        Assert.Equal([0.5], Weights.SharesOf([0]));
        Assert.Equal(1, Weights.SharesOf([800, -800])[0], 6);
        Assert.Empty(Weights.SharesOf([]));
    }

    private static double ConfidenceOf(string words) => Assert.IsType<Understood>(InterpreterTests.Ask(words, [Pottery.Orders])).Readings[0].Confidence;
}
