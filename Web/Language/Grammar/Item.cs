namespace Web.Language;

/// <summary>A stretch of tokens that is read as one thing.</summary>
internal sealed record Item(int First, int End, IReadOnlyList<Meaning> Meanings, bool English);
