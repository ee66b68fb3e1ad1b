namespace Web.Ui;

/// <summary>The texts of the frame around every page.</summary>
public sealed class UiTexts;
