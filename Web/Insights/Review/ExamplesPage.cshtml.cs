using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Data;
using Web.Insights.Charts;
using Web.Insights.Saved;
using Web.Jobs;
using Web.Kernel;
using Web.Language;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Review;

/// <summary>One example, and how the built-in rules read it in the last run and in the one before.</summary>
public sealed record ExampleLine(Guid Id, string Words, string Sentence, DateTimeOffset At, ExampleVerdict? Now, ExampleVerdict? Before)
{
    /// <summary>Verdicts stand from the best to the worst.</summary>
    public bool IsWorse => Now > Before;
    public bool IsBetter => Now < Before;
}

/// <summary>A run under way.</summary>
public sealed record RunningView(int Percent, bool Failed);

/// <summary>The company's examples, and what the built-in rules make of them by themselves.</summary>
[Requires(Permission.DatasetsManage)]
internal sealed class ExamplesPage(ReviewQueue queue, ExampleRights rights, AppDb db, CurrentMember member, EnteredTenant entered, TimeProvider time) : PageModel
{
    private const int MostShown = 500;
    private static readonly TimeSpan Stale = TimeSpan.FromHours(1);

    public IReadOnlyList<ExampleLine> Lines { get; private set; } = [];
    public ExampleRun? Last { get; private set; }
    public ExampleRun? Before { get; private set; }
    public RunningView? Running { get; private set; }
    public Days Days { get; private set; } = null!;

    public IReadOnlyList<(ExampleVerdict Verdict, int Now, int? Before)> Sums => [.. Enum.GetValues<ExampleVerdict>()
        .Select(verdict => (verdict, Lines.Count(line => line.Now == verdict), Before is null ? (int?)null : Lines.Count(line => line.Before == verdict)))];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var reader = await queue.ReaderAsync(cancellation);
        Days = new Days(entered.Required.Calendar, time.GetUtcNow());
        Running = await RunningAsync(cancellation);
        var ended = await db.ExampleRuns.AsNoTracking().Where(run => run.EndedAt != null).OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Take(2).ToListAsync(cancellation);
        (Last, Before) = (ended.ElementAtOrDefault(0), ended.ElementAtOrDefault(1));
        var examples = await db.ReviewedExamples.AsNoTracking().OrderByDescending(example => example.UpdatedAt).ThenByDescending(example => example.Id).Take(MostShown).ToListAsync(cancellation);
        Lines = [.. examples.Select(example => Line(example, reader)).OfType<ExampleLine>()];
    }

    /// <summary>How far the run is; when it is done the page is drawn anew.</summary>
    public async Task<IActionResult> OnGetRunningAsync(CancellationToken cancellation)
    {
        if (await RunningAsync(cancellation) is { } running) return Partial("_Running", running);
        Response.Headers["HX-Redirect"] = "/settings/assistant/examples";
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostRunAsync(CancellationToken cancellation)
    {
        if (await RunningAsync(cancellation) is null or { Failed: true })
        {
            var now = time.GetUtcNow();
            var run = ExampleRun.Begin(member.Id, now);
            var job = db.Enqueue(ExampleRunWork.Kind, new ExampleRunWork.Order(run.Id), now);
            await db.SaveChangesAsync(cancellation);
            run.IsDoneBy(job.Id);
            db.ExampleRuns.Add(run);
            db.Note(now, "examples.run", "insights");
            await db.SaveChangesAsync(cancellation);
        }
        return Gone.To(this, "/settings/assistant/examples");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid example, CancellationToken cancellation)
    {
        var reader = await queue.ReaderAsync(cancellation);
        var kept = await db.ReviewedExamples.SingleOrDefaultAsync(one => one.Id == example, cancellation);
        if (kept is null || Line(kept, reader) is null) throw RefusalException.NotFound();
        db.ReviewedExamples.Remove(kept);
        foreach (var made in await db.ReviewDecisions.Where(one => one.WordsKey == kept.WordsKey && one.Kind == DecisionKind.Example && one.UndoneAt == null).ToListAsync(cancellation)) made.TakeBack(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return Gone.To(this, "/settings/assistant/examples");
    }

    private ExampleLine? Line(ReviewedExample example, ChartReader reader)
    {
        if (rights.Fit(example.ReadQuery(), reader, "") is not { } fitting) return null;
        var sentence = Wording.Explain(fitting.Query, fitting.Dataset.Contract, reader.Locale, reader.Calendar, reader.Today);
        return new ExampleLine(example.Id, example.Words, sentence, example.UpdatedAt, VerdictIn(Last, example), VerdictIn(Before, example));
    }

    private static ExampleVerdict? VerdictIn(ExampleRun? run, ReviewedExample example) => run?.ByExample.TryGetValue(example.Id, out var verdict) == true ? verdict : null;

    private async Task<RunningView?> RunningAsync(CancellationToken cancellation)
    {
        var open = await db.ExampleRuns.AsNoTracking().OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).FirstOrDefaultAsync(cancellation);
        if (open is not { EndedAt: null } || open.StartedAt < time.GetUtcNow() - Stale) return null;
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == open.JobId, cancellation);
        return job is null ? null : new RunningView((int)(job.Progress * 100), job.Status == JobStatus.Failed);
    }
}
