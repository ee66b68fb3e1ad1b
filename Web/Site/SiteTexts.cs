namespace Web.Site;

/// <summary>The texts of the landing page and of errors.</summary>
public sealed class SiteTexts;
