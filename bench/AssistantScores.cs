using Web.Data;
using Web.Tests.Language.Domains;
using Web.Tests.Support;

namespace Bench;

/// <summary>How well the assistant answers: every request of the domains' corpora asked of the app, with the dataset named and without.</summary>
internal static class AssistantScores
{
    public static async Task MeasureAsync(bool heldOut, string? from)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"tsumugi-bench-{Guid.NewGuid():N}");
        await using (var postgres = await EmbeddedPostgres.StartAsync(folder, AppContext.BaseDirectory))
        {
            await using var app = await AppProcess.StartAsync(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Database"] = postgres.Process, ["ConnectionStrings:Owner"] = postgres.Owner, ["Security:MasterKey"] = postgres.MasterKey, ["Data:Directory"] = folder,
            });
            using var analyst = await app.ProgramAsync(await app.MakeCompanyAsync());
            await AskAllAsync(analyst, heldOut, from);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task AskAllAsync(HttpClient analyst, bool heldOut, string? from)
    {
        List<(Domain Domain, Asking Asking)> all = [.. (await Domain.AllAsync(from)).Select(domain => (domain, new Asking(analyst, domain)))];
        foreach (var (_, asking) in all) await asking.UploadAsync();
        await AskEachAsync("with the dataset named", all, named: true, heldOut);
        await AskEachAsync(FormattableString.Invariant($"to be found among {all.Count} files and the company's own records"), all, named: false, heldOut);
        List<(Domain Domain, Asking Asking)> described = [.. all.Where(one => one.Domain.Written is not null)];
        foreach (var (_, asking) in described) await asking.DescribeAsync();
        await AskEachAsync(FormattableString.Invariant($"with the dataset named, after ten minutes of work on {described.Count} contracts"), described, named: true, heldOut);
    }

    private static async Task AskEachAsync(string title, List<(Domain Domain, Asking Asking)> all, bool named, bool heldOut)
    {
        List<Judged> judged = [];
        foreach (var (domain, asking) in all)
        {
            foreach (var (example, held) in domain.Requests) judged.Add(await asking.JudgeAsync(example, held, named));
        }
        Console.WriteLine($"\n{title}\n");
        foreach (var line in ScoreTable.Lines(judged)) Console.WriteLine(line);
        foreach (var miss in ScoreTable.Misses(judged, heldOut)) Console.WriteLine(miss);
    }
}
