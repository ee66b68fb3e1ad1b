namespace Web.Insights.Review;

public sealed class ReviewTexts;
