namespace Web.Access.Company;

/// <summary>The texts of a company's own settings: what it says of itself and how it looks.</summary>
public sealed class CompanyTexts;
