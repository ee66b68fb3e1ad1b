using Web.Kernel;
using Web.Semantics;

namespace Web.Language;

/// <summary>
/// A time expression: a period word (<see cref="Word"/>) or days (<see cref="Days"/>), or, with <see cref="Part"/>, a part of
/// every year, week or day ("on Mondays").
/// </summary>
/// <param name="Word">The period word of the HTTP contract, where there is one.</param>
/// <param name="Days">The days that are meant.</param>
/// <param name="Assumed">The year was not said.</param>
internal sealed record TimePhrase(string? Word, Period Days, bool Assumed = false, Grain? Part = null, IReadOnlyList<int>? Values = null)
{
    /// <summary>"starting in 2025": the period itself, where what is spoken of has a day on which it starts.</summary>
    public TimePhrase? Begun { get; init; }

    /// <summary>The value of an <c>in_period</c> filter.</summary>
    public object FilterValue
    {
        get
        {
            if (Word is not null) return Word;
            var value = new Dictionary<string, string>(StringComparer.Ordinal);
            if (Days.From is { } from) value["from"] = Text(from);
            if (Days.To is { } to) value["to"] = Text(to);
            return value;
        }
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
