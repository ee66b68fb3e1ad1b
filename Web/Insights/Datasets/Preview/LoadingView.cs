namespace Web.Insights.Datasets.Preview;

/// <summary>A load under way.</summary>
/// <param name="Failed">Why it failed, in words.</param>
public sealed record LoadingView(string Key, Guid Job, string FileName, int Percent, string? Failed);
