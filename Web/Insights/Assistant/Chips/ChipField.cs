namespace Web.Insights.Assistant.Chips;

/// <summary>One thing to choose from.</summary>
/// <param name="Group">The heading that it stands under.</param>
/// <param name="Hint">What to know of it; why it cannot be chosen, where <paramref name="Off"/>.</param>
public sealed record ChipOption(string Value, string Text, string? Group = null, string? Hint = null, bool Off = false);

/// <summary>One field of a chip's form, by the name under which it is sent.</summary>
public abstract record ChipField(string Name, string Label)
{
    public string? Hint { get; init; }

    /// <summary>Stands before the names of one condition of several.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>One of a short list. What can be chosen beside it may depend on it.</summary>
    public sealed record Choice(string Name, string Label, IReadOnlyList<ChipOption> Options, string? Value, bool Decides = false) : ChipField(Name, Label);

    /// <summary>One of a list whose items need a word of their own.</summary>
    public sealed record OneOf(string Name, string Label, IReadOnlyList<ChipOption> Options, string? Value) : ChipField(Name, Label);

    /// <summary>Any of a column's values, found by typing.</summary>
    public sealed record Values(string Name, string Label, IReadOnlyList<ChipOption> Options, IReadOnlyList<string> Chosen, string? Find, bool Searched, int More) : ChipField(Name, Label);

    /// <summary>Typed words or a number.</summary>
    public sealed record Typed(string Name, string Label, string? Value, bool Number) : ChipField(Name, Label);

    public sealed record Day(string Name, string Label, string? Value) : ChipField(Name, Label);

    /// <summary>One of several conditions.</summary>
    /// <param name="Name">What asks for the form without it.</param>
    public sealed record Part(string Name, string Label, IReadOnlyList<ChipField> Fields, string DropLabel) : ChipField(Name, Label);

    /// <summary>What the form says of itself and nobody types.</summary>
    public sealed record Told(string Name, string Value) : ChipField(Name, "");

    /// <summary>A way to one more condition.</summary>
    public sealed record Further(string Name, string Label) : ChipField(Name, Label);

    public sealed record Tick(string Name, string Label, bool On) : ChipField(Name, Label);
}

/// <summary>A chip's form, ready to be written.</summary>
/// <param name="Remove">The change that takes the part away; null when the chart needs it.</param>
/// <param name="Faults">Why what was chosen cannot be drawn, sentence by sentence.</param>
public sealed record ChipForm(Guid Turn, Guid Conversation, string Slot, string Heading, IReadOnlyList<ChipField> Fields, string? Remove, IReadOnlyList<string> Faults)
{
    public string Address => $"/ask/chip?turn={Turn}&slot={Uri.EscapeDataString(Slot)}";

    public string Back => $"/ask?c={Conversation}&turn={Turn}";
}
