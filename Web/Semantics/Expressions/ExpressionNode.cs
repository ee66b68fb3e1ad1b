namespace Web.Semantics.Expressions;

/// <summary>A part of a measure's definition and where it stands in the text.</summary>
/// <param name="At">The place of its first character, from 0.</param>
/// <param name="Length">How many characters it has.</param>
internal abstract record ExpressionNode(int At, int Length)
{
    public sealed record Number(decimal Value, int At, int Length) : ExpressionNode(At, Length);

    public sealed record Negation(ExpressionNode Of, int At, int Length) : ExpressionNode(At, Length);

    /// <param name="Sign">One of + - * /.</param>
    public sealed record Operation(char Sign, ExpressionNode Left, ExpressionNode Right, int At, int Length) : ExpressionNode(At, Length);

    /// <param name="Name">One of <see cref="Aggregates"/>.</param>
    /// <param name="Field">Null: rows are counted.</param>
    /// <param name="Where">All must hold for a row to be taken.</param>
    public sealed record Aggregate(string Name, Word? Field, IReadOnlyList<ConditionNode> Where, int At, int Length) : ExpressionNode(At, Length);
}

/// <summary>A name as written.</summary>
internal sealed record Word(string Text, int At, int Length);

/// <summary>One condition behind "where"; its values are texts, numbers (decimal) or true and false.</summary>
internal sealed record ConditionNode(Word Field, FilterOp Op, IReadOnlyList<object> Values, int ValueAt, int ValueLength);

/// <summary>What is wrong with a definition, and where.</summary>
/// <param name="At">The place of the first character that is wrong, from 0.</param>
/// <param name="Code">Also the key of the sentence in <c>SemanticsTexts</c>.</param>
public sealed record ExpressionFault(int At, int Length, string Code, params IReadOnlyList<string> Args)
{
    /// <summary>The sentence with its place, counted from 1 as people count.</summary>
    public string MessageIn(string locale) => SemanticsTexts.Get("expression_at", locale, At + 1, SemanticsTexts.Get(Code, locale, [.. Args]));
}

/// <summary>Ends the reading at the first fault.</summary>
internal sealed class ExpressionFaultException(ExpressionFault fault) : Exception(fault.Code)
{
    public ExpressionFault Fault { get; } = fault;
}
