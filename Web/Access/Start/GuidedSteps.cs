using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Start;

/// <summary>Reads how far a new company is, for those who set it up.</summary>
internal sealed class GuidedSteps(AppDb db, CurrentMember member, IEnumerable<IStartStep> steps, IEnumerable<ISampleData> samples)
{
    /// <returns>Null: there is none, it was sent away, or it is not this person's to do.</returns>
    public async Task<StartView?> ReadAsync(CancellationToken cancellation)
    {
        if (!member.Can(Permission.SettingsManage) || !await db.GuidedStarts.AnyAsync(start => start.DismissedAt == null, cancellation)) return null;
        List<StartStepView> views = [];
        foreach (var step in steps.OrderBy(step => step.Place)) views.Add(new(step.Key, step.Href, await step.IsDoneAsync(db, member.Id, cancellation)));
        var hasSample = false;
        foreach (var sample in samples) hasSample |= await sample.IsThereAsync(db, cancellation);
        return new StartView(views) { HasSample = hasSample };
    }
}

/// <summary>The steps as the first page shows them.</summary>
public sealed record StartView(IReadOnlyList<StartStepView> Steps)
{
    /// <summary>Whether there is sample data to take away.</summary>
    public bool HasSample { get; init; }

    public int Done => Steps.Count(step => step.Done);

    /// <summary>The first that is still to do.</summary>
    public StartStepView? Next => Steps.FirstOrDefault(step => !step.Done);
}

public sealed record StartStepView(string Key, string Href, bool Done);
