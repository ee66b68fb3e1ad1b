namespace Web.Api;

/// <summary>The texts of the API's errors, keyed by their codes.</summary>
public sealed class ApiTexts;
