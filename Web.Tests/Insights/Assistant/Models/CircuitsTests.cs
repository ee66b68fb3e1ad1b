using Web.Insights.Assistant.Models;

namespace Web.Tests.Insights.Assistant.Models;

public sealed class CircuitsTests
{
    private readonly Clock clock = new();

    private static ChosenModel Model(string mark = "one") => new(ModelProvider.Compatible, new Uri("https://models.example.com/v1"), "m", null, true, TimeSpan.FromSeconds(12), true, mark);

    [Fact]
    public void After_some_failures_in_a_row_it_rests_then_one_tries()
    {
        var circuits = new Circuits(clock);
        for (var i = 0; i < Circuits.Patience; i++)
        {
            Assert.True(circuits.MayCall(Model()));
            circuits.Failed(Model());
        }
        Assert.False(circuits.MayCall(Model()));
        Assert.True(circuits.MayCall(Model("another company")));
        clock.Now += Circuits.Rest;
        Assert.True(circuits.MayCall(Model()));
        Assert.False(circuits.MayCall(Model())); // the first of them tries, the others wait
        circuits.Succeeded(Model());
        Assert.True(circuits.MayCall(Model()));
    }

    [Fact]
    public void A_success_between_them_forgives_all()
    {
        var circuits = new Circuits(clock);
        for (var i = 0; i < 10; i++)
        {
            circuits.Failed(Model());
            circuits.Failed(Model());
            circuits.Succeeded(Model());
        }
        Assert.True(circuits.MayCall(Model()));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
