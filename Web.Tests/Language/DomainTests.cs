using Web.Access;
using Web.Tests.Language.Domains;
using Web.Tests.Support;

namespace Web.Tests.Language;

/// <summary>Tables of many fields of life, as inferred from their bare files, and what people ask of them.</summary>
public sealed class DomainTests(TestInstallation installation, ITestOutputHelper output)
{
    [Fact]
    public async Task Files_that_nobody_described_are_understood()
    {
        var judged = new List<Judged>();
        foreach (var domain in await Domain.AllAsync())
        {
            foreach (var (example, heldOut) in domain.Requests) judged.Add(Reading.Judge(domain, example, heldOut, [domain.Contract]));
        }
        Write(judged);
        Assert.True(ScoreTable.Correct(judged) >= 0.82);
    }

    [Fact]
    public async Task What_is_shown_is_what_was_asked_for()
    {
        var analyst = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Analyst);
        var judged = new List<Judged>();
        foreach (var domain in await Domain.AllAsync())
        {
            var asking = new Asking(analyst, domain);
            await asking.UploadAsync();
            foreach (var (example, heldOut) in domain.Requests) judged.Add(await asking.JudgeAsync(example, heldOut, named: true));
        }
        Write(judged);
        Assert.True(ScoreTable.Correct(judged) >= 0.85);
        Assert.True(ScoreTable.Wrong(judged) <= 0.09);
    }

    private void Write(List<Judged> judged)
    {
        foreach (var line in ScoreTable.Lines(judged)) output.WriteLine(line);
        foreach (var miss in ScoreTable.Misses(judged, Environment.GetEnvironmentVariable("SHOW_HELD_OUT") is not null)) output.WriteLine(miss);
    }
}
