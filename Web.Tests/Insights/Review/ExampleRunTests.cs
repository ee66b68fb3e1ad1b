using Web.Insights.Review;

namespace Web.Tests.Insights.Review;

public sealed class ExampleRunTests
{
    [Fact]
    public void Verdicts_are_read_once_and_anew_when_it_ends()
    {
        var (now, example) = (new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), Guid.CreateVersion7());
        var run = ExampleRun.Begin(Guid.CreateVersion7(), now);
        Assert.Empty(run.ByExample);
        run.End(new Dictionary<Guid, ExampleVerdict> { [example] = ExampleVerdict.SameData }, now);
        Assert.Equal(ExampleVerdict.SameData, run.ByExample[example]);
        Assert.Same(run.ByExample, run.ByExample);
    }
}
