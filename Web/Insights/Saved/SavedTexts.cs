namespace Web.Insights.Saved;

/// <summary>The texts of saved charts, in <c>SavedTexts.resx</c> and its Japanese sister.</summary>
public sealed class SavedTexts;
