namespace Web.Insights.Datasets;

/// <summary>The texts of the data pages.</summary>
public sealed class DatasetsTexts;
