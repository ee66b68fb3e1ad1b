using Microsoft.Extensions.Localization;
using Web.Insights.Superset;
using Web.Ui;

namespace Web.Insights.Saved;

/// <summary>Where a chart stands with Superset, in words, and what can be done about it.</summary>
/// <param name="Kind">The notice's look: calm, won or error.</param>
/// <param name="Act">What the button says; none while a push is running.</param>
public sealed record PushView(Guid Chart, string Kind, string Sentence, string? More, string? Url, string? Act)
{
    /// <summary>Why the push that was just asked for did not begin or did not end well.</summary>
    public string? Refused { get; init; }

    internal static PushView Of(SavedChart chart, ChartPush? push, Days days, DateTimeOffset now, IStringLocalizer<SavedTexts> texts)
    {
        if (push is null) return new PushView(chart.Id, "calm", texts["Superset.Not"], null, null, texts["Superset.Push"]);
        if (push.IsRunning(now)) return new PushView(chart.Id, "calm", texts["Superset.Pushing"], null, push.ExploreUrl, null);
        if (push.State != PushState.Pushed) return new PushView(chart.Id, "error", texts["Superset.Failed", push.Reason ?? texts["Superset.CutOff"].Value], null, push.ExploreUrl, texts["Superset.Retry"]);
        var changed = chart.UpdatedAt > push.StartedAt;
        return new PushView(chart.Id, changed ? "calm" : "won", texts["Superset.Pushed", days.At(push.EndedAt!.Value)], changed ? texts["Superset.Changed"].Value : null, push.ExploreUrl, texts["Superset.Again"]);
    }
}
