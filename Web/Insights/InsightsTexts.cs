namespace Web.Insights;

/// <summary>The texts of the assistant and its charts.</summary>
public sealed class InsightsTexts;
