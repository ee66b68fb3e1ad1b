namespace Web.Ui;

/// <summary>Where one file is chosen or dropped.</summary>
/// <param name="Id">Its field's id and name.</param>
/// <param name="Accept">What the browser offers to choose from.</param>
/// <param name="Facts">What is taken, in a sentence.</param>
public sealed record FilePlace(string Id, string Accept, string Drop, string Or, string Choose, string Facts)
{
    public bool Required { get; init; }

    /// <summary>Why the last one was not taken.</summary>
    public string? Fault { get; init; }

    public string Described => Fault is null ? $"{Id}-facts" : $"{Id}-error {Id}-facts";
}
