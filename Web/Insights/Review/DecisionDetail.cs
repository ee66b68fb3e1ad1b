using System.Text.Json;
using Web.Semantics;

namespace Web.Insights.Review;

/// <summary>What a decision changed.</summary>
public sealed record DecisionDetail
{
    public static DecisionDetail None { get; } = new();

    /// <summary>The query that the words mean now …</summary>
    public ChartQuery? After { get; init; }

    /// <summary>… and what an earlier example said they meant.</summary>
    public ChartQuery? Before { get; init; }

    /// <summary>The word that became another name of the dataset, of <see cref="Column"/>, or of <see cref="Value"/> in it.</summary>
    public string? Synonym { get; init; }
    public string? Column { get; init; }
    public string? Value { get; init; }

    public string Write() => JsonSerializer.Serialize(this, ChartJson.Options);

    public static DecisionDetail Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<DecisionDetail>(json, ChartJson.Options) ?? None;
        }
        catch (JsonException)
        {
            return None; // of a form that this build does not know
        }
    }
}
