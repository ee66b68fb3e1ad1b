using Web.Semantics.Expressions;

namespace Web.Insights.Datasets.Editing;

/// <summary>What is known of a definition while it is typed.</summary>
/// <param name="Row">Its place in the form.</param>
/// <param name="Fault">What is wrong with it; null: nothing.</param>
public sealed record MeasureCheckView(int Row, string Text, ExpressionFault? Fault, MeasureExpression? Expression)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>The text up to the fault, the fault, and the rest.</summary>
    public (string Before, string Wrong, string After) Marked
    {
        get
        {
            if (Fault is null) return (Text, "", "");
            var from = Math.Clamp(Fault.At, 0, Text.Length);
            var until = Math.Clamp(from + Fault.Length, from, Text.Length);
            return (Text[..from], Text[from..until], Text[until..]);
        }
    }

    /// <summary>What the figure will be in: a currency, a unit, or nothing for a plain number.</summary>
    public string? In => Expression?.Currency ?? Expression?.Unit;
}
