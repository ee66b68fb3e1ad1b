namespace Web.Operations;

/// <summary>The texts of what owners do with the company as a whole: its archive, its closing, its jobs and letters.</summary>
public sealed class OperationsTexts;
