namespace Web.Access;

/// <summary>The texts of signing in and of a person's own settings.</summary>
public sealed class AccessTexts;
