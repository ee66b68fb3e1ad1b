namespace Web.Access.Risk;

/// <summary>The texts of risk: its rules, its letters, and what a person is told at the door.</summary>
public sealed class RiskTexts;
