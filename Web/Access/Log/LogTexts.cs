namespace Web.Access.Log;

/// <summary>What the audit log says, in sentences.</summary>
public sealed class LogTexts;
