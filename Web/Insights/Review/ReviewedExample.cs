using System.Text.Json;
using Web.Audit;
using Web.Semantics;

namespace Web.Insights.Review;

/// <summary>Words, and the chart that the company's analysts say they mean.</summary>
public sealed class ReviewedExample : IRecorded
{
    private ReviewedExample()
    {
    }

    public Guid Id { get; private init; }
    public string Words { get; private set; } = "";
    [NotRecorded] public string WordsKey { get; private set; } = "";
    public string Dataset { get; private set; } = "";
    /// <summary>The QUERY as JSON; its periods are words, so that they move with the day.</summary>
    public string Query { get; private set; } = "{}";
    [NotRecorded] public Guid? MadeBy { get; private set; }
    [NotRecorded] public DateTimeOffset CreatedAt { get; private init; }
    [NotRecorded] public DateTimeOffset UpdatedAt { get; private set; }

    string IRecorded.EntityName => "reviewed_example";
    string IRecorded.EventCategory => "insights";

    public static ReviewedExample Of(string words, ChartQuery query, Guid by, DateTimeOffset now)
    {
        var example = new ReviewedExample { Id = Guid.CreateVersion7(now), CreatedAt = now };
        example.Mean(words, query, by, now);
        return example;
    }

    /// <summary>What the words mean from now on.</summary>
    public void Mean(string words, ChartQuery query, Guid by, DateTimeOffset now) =>
        (Words, WordsKey, Dataset, Query, MadeBy, UpdatedAt) = (words, SameWords.KeyOf(words), query.Dataset, query.ToJson(), by, now);

    /// <summary>The query, or null when this build does not know its form any more.</summary>
    public ChartQuery? ReadQuery()
    {
        try
        {
            return JsonSerializer.Deserialize<ChartQuery>(Query, ChartJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
