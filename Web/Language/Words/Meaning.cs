using Web.Semantics;

namespace Web.Language;

/// <summary>What a stretch of words may mean. <see cref="Quality"/> is 1 for the contract's own words, less for words it only resembles.</summary>
internal abstract record Meaning(double Quality);

/// <summary>A column. A weak meaning ("created" for created_on) counts only beside a period or a grain, or when counting.</summary>
/// <param name="Own">By its whole name or title.</param>
/// <param name="Done">By what was done: "sold" of the units sold.</param>
internal sealed record FieldMeaning(Column Column, double Quality, bool Weak = false, string? Written = null, bool Own = false, bool Done = false) : Meaning(Quality)
{
    /// <summary>Only near in the space of words, and nothing that the column is called.</summary>
    public bool Near { get; init; }

    /// <summary>The column has only the first letters of the words.</summary>
    public bool ByLetters { get; init; }
}

/// <param name="Written">The words of the contract, unstemmed: "closing" and "closed" have one stem.</param>
/// <param name="Partial">Only a part of a person's name was said.</param>
internal sealed record ValueMeaning(Column Column, string Value, double Quality, string? Written = null, bool Partial = false) : Meaning(Quality)
{
    /// <summary>All the values that the words mean together.</summary>
    public IReadOnlyList<string>? Kin { get; init; }
}

/// <summary>The dataset or what its rows are.</summary>
/// <param name="Title">The column whose name says it: every row is a candidate where there is a column of candidates.</param>
internal sealed record EntityMeaning(double Quality, string? Written = null, Column? Title = null) : Meaning(Quality);

internal sealed record WordMeaning(Word Word) : Meaning(0.8);

internal sealed record NumberMeaning(decimal Value, bool Percent, Spelling Spelling = Spelling.Plain) : Meaning(0.8)
{
    public bool IsMoney => Spelling.HasFlag(Spelling.Money);
    public bool IsScaled => Spelling.HasFlag(Spelling.Scaled);
    public bool IsLetter => Spelling.HasFlag(Spelling.Letter);
}

internal sealed record PeriodMeaning(TimePhrase Phrase) : Meaning(0.9);

/// <summary>Words that nothing explains.</summary>
internal sealed record UnknownMeaning() : Meaning(0);
