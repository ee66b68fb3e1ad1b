namespace Web.Demo.Sample;

/// <summary>The texts of a company's sample data.</summary>
public sealed class SampleTexts;
