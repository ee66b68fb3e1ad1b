using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Talk;
using Web.Insights.Charts;
using Web.Insights.Review;

namespace Web.Insights.Assistant.Teaching;

/// <summary>What a word means, as it is told: the word and the place that it names.</summary>
/// <param name="Dataset">The title of the data; null when it is gone.</param>
public sealed record WordForm(Guid Turn, string Back, bool InPanel, string Word, string? Place, string? Dataset, IReadOnlyList<(string Value, string Label, string Group)> Places)
{
    /// <summary>What stands in the way as a whole …</summary>
    public string? Error { get; init; }

    /// <summary>… and in its fields.</summary>
    public string? WordError { get; init; }
    public string? PlaceError { get; init; }

    /// <summary>No places where the data is the product's own.</summary>
    internal static WordForm Of(Turn turn, string? word, string? place, bool inPanel, ChartReader reader)
    {
        var contract = reader.Catalog.Find(turn.ReadDataset() ?? "") is { Uploaded: true } dataset ? dataset.Contract : null;
        IEnumerable<(string, string, string)> places = contract is null ? [] : [.. SynonymPlace.Of(contract, reader.Locale), .. SynonymPlace.OfValues(contract, reader.Locale)];
        var back = $"/ask?c={turn.ConversationId}" + (turn.Status == TurnStatus.Chart ? $"&turn={turn.Id}" : "");
        return new WordForm(turn.Id, back, inPanel, word ?? "", place, contract?.TitleIn(reader.Locale), [.. places]);
    }
}
