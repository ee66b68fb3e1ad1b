namespace Web.Access.ApiKeys;

/// <summary>The texts of API keys.</summary>
public sealed class ApiKeysTexts;
