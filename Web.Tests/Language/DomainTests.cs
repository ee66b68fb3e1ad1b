using Web.Access;
using Web.Language;
using Web.Semantics;
using Web.Tests.Language.Domains;
using Web.Tests.Support;

namespace Web.Tests.Language;

/// <summary>Tables of many fields of life, as inferred from their bare files, and what people ask of them.</summary>
public sealed class DomainTests(TestInstallation installation, ITestOutputHelper output)
{
    /// <summary>What reads as expected shows what is expected: of those one in so many is asked of the running product all the same.</summary>
    private const int OneInSo = 12;

    private static readonly Lazy<Task<List<Judged>>> ByQuery = new(JudgeAsync);

    [Fact]
    public async Task Files_that_nobody_described_are_understood()
    {
        var judged = await ByQuery.Value;
        Write(judged);
        Assert.True(ScoreTable.Correct(judged) >= 0.83);
    }

    [Fact]
    public async Task What_is_shown_is_what_was_asked_for()
    {
        var analyst = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Analyst);
        var judged = new List<Judged>();
        foreach (var same in (await ByQuery.Value).Select((one, number) => (One: one, Number: number)).GroupBy(asked => asked.One.Domain.Key))
        {
            var asking = new Asking(analyst, same.First().One.Domain);
            await asking.UploadAsync();
            foreach (var (one, number) in same)
                judged.Add(one.Outcome is Outcome.Wrong or Outcome.Doubted || number % OneInSo == 0 || AsksAll ? await asking.JudgeAsync(one.Example, one.HeldOut, named: true) : one);
        }
        Write(judged);
        Assert.True(ScoreTable.Correct(judged) >= 0.85);
        Assert.True(ScoreTable.Wrong(judged) <= 0.045);
        Assert.True(ScoreTable.Correct([.. judged.Where(one => one.Example.Ask == 1)]) >= 0.93);
    }

    [Fact]
    public async Task Of_what_is_called_nine_tenths_sure_nine_in_ten_are_right()
    {
        // The weights were learnt from the others.
        var charts = (await ByQuery.Value).FindAll(one => one is { HeldOut: true, Confidence: not null, Example.Before: null });
        Assert.True(ScoreTable.Correct(charts.FindAll(one => one.Confidence >= 0.9)) >= 0.93);
        var doubted = charts.FindAll(one => one.Confidence < Web.Language.Reading.Sure);
        Assert.InRange(ScoreTable.Correct(doubted), 0.3, 0.75);
        // Much of what is wrong says so, and little of what is right.
        Assert.True(doubted.Count(one => !one.Correct) >= 0.4 * charts.Count(one => !one.Correct));
        Assert.True(doubted.Count(one => one.Correct) <= 0.12 * charts.Count(one => one.Correct));
    }

    [Fact]
    public async Task Among_several_files_the_one_that_is_meant_is_found_or_asked_for()
    {
        var domains = await Domain.AllAsync();
        var asked = domains.SelectMany((domain, number) => domain.Requests.Where((_, i) => (number + i) % OneInSo == 0).Select(request => (domain.Key, number, request.Example))).ToList();
        var answers = asked.ConvertAll(one => (one.Key, Answer: Interpreter.Read(new Request(one.Example.Utterance, one.Example.IsJapanese ? "ja" : "en", Five(domains, one.number), Corpus.Calendar, Corpus.Today))));
        var charts = answers.FindAll(one => one.Answer is Understood);
        output.WriteLine($"{asked.Count} asked, {charts.Count} charts");
        var elsewhere = charts.FindAll(one => ((Understood)one.Answer).Readings[0].Query.Dataset != one.Key);
        foreach (var one in elsewhere) output.WriteLine($"{one.Key}: {((Understood)one.Answer).Readings[0].Query.Dataset}");
        Assert.True(charts.Count >= 0.6 * asked.Count);
        Assert.True(elsewhere.Count <= 0.05 * charts.Count);
    }

    private static DatasetContract[] Five(List<Domain> domains, int first) => [.. Enumerable.Range(0, 5).Select(i => domains[(first + i) % domains.Count].Contract)];

    private static bool AsksAll => Environment.GetEnvironmentVariable("ASK_ALL") is not null;

    private static async Task<List<Judged>> JudgeAsync()
    {
        var judged = new List<Judged>();
        foreach (var domain in await Domain.AllAsync())
        {
            foreach (var (example, heldOut) in domain.Requests) judged.Add(Domains.Reading.Judge(domain, example, heldOut, [domain.Contract]));
        }
        return judged;
    }

    private void Write(List<Judged> judged)
    {
        foreach (var line in ScoreTable.Lines(judged)) output.WriteLine(line);
        foreach (var miss in ScoreTable.Misses(judged, Environment.GetEnvironmentVariable("SHOW_HELD_OUT") is not null)) output.WriteLine(miss);
    }
}
