namespace Web.Crm.Deals;

/// <summary>Why deals are lost. A company may write reasons of its own; these have a text in every language.</summary>
public static class LostReason
{
    public const string Price = "price", Competitor = "competitor", Budget = "budget", Timing = "timing", NoDecision = "no_decision", Fit = "fit", Other = "other";

    public static IReadOnlyList<string> Known { get; } = [Price, Competitor, Budget, Timing, NoDecision, Fit, Other];
}
