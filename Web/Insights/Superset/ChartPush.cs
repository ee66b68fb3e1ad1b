namespace Web.Insights.Superset;

public enum PushState { Pushing, Pushed, Failed }

/// <summary>How the last push of a chart went, for its page to say.</summary>
public sealed class ChartPush
{
    /// <summary>A push that was begun longer ago than this has been cut off.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private ChartPush()
    {
    }

    /// <summary>The chart's id.</summary>
    public Guid Id { get; private init; }
    public PushState State { get; private set; }
    public string? ExploreUrl { get; private set; }
    /// <summary>Why it failed: the refusal's code and Superset's words.</summary>
    public string? Code { get; private set; }
    public string? Reason { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static ChartPush Of(Guid chart) => new() { Id = chart };

    public void Begin(DateTimeOffset now) => (State, Code, Reason, StartedAt, EndedAt) = (PushState.Pushing, null, null, now, null);

    public void Succeed(string exploreUrl, DateTimeOffset now) => (State, ExploreUrl, Code, Reason, EndedAt) = (PushState.Pushed, exploreUrl, null, null, now);

    public void Fail(string code, string? reason, DateTimeOffset now) => (State, Code, Reason, EndedAt) = (PushState.Failed, code, reason, now);

    public bool IsRunning(DateTimeOffset now) => State == PushState.Pushing && now - StartedAt < Longest;
}
