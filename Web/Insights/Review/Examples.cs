using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Review;

/// <summary>An example as its reader may use it.</summary>
public sealed record KnownExample(string Words, ChartQuery Query);

/// <summary>The company's reviewed examples, as far as they exist for who asks.</summary>
public sealed class Examples(AppDb db, ExampleRights rights)
{
    /// <summary>How many of the latest are looked through for those that resemble a request.</summary>
    public const int MostSearched = 500;

    /// <summary>What the analysts said of the very same words, as a reading; null when there is nothing, or nothing for this person.</summary>
    public async Task<Understood?> ReadAsync(Request request, ChartReader reader, CancellationToken cancellation)
    {
        var key = SameWords.KeyOf(request.Utterance);
        var example = await db.ReviewedExamples.AsNoTracking().SingleOrDefaultAsync(one => one.WordsKey == key, cancellation);
        if (example is null || rights.Fit(example.ReadQuery(), reader, request.Utterance)?.Query is not { } query) return null;
        if (!request.Datasets.Any(contract => contract.Key == query.Dataset)) return null;
        var read = Interpreter.Read(request);
        if (request.Previous is not null && IsEdit(read, request)) return null; // "by owner" to the last chart is not the request that was reviewed
        var own = read is Understood { Readings: var readings } ? readings : [];
        var same = own.FirstOrDefault(reading => IsSame(reading.Query, query, reader, request.Utterance));
        var label = Wording.Label(query, reader.Catalog.Find(query.Dataset)!.Contract, reader.Locale, reader.Calendar, reader.Today);
        var best = same is null ? new Reading(query, 1, [], [], [], label) : same with { Query = query, Confidence = 1, Unexplained = [] };
        return new Understood([best, .. own.Where(reading => reading != same).Take(3)]);
    }

    /// <summary>Those most like the words, the likest first.</summary>
    /// <param name="values">Whether examples that filter by texts may be among them.</param>
    public async Task<IReadOnlyList<KnownExample>> NearAsync(string words, ChartReader reader, bool values, int most, CancellationToken cancellation)
    {
        var keys = reader.Catalog.Contracts.Select(contract => contract.Key).ToArray();
        var latest = await db.ReviewedExamples.AsNoTracking().Where(one => keys.Contains(one.Dataset)).OrderByDescending(one => one.UpdatedAt).Take(MostSearched).ToListAsync(cancellation);
        var likeness = new Likeness(words);
        return [.. latest.Select(one => (Example: one, Score: likeness.To(one.Words))).OrderByDescending(one => one.Score)
            .Select(one => (one.Example, Query: rights.Fit(one.Example.ReadQuery(), reader, "")))
            .Where(one => one.Query is not null && (values && one.Query.Dataset.RowFilters.Count == 0 || !ExampleRights.TextsOf(one.Query.Query).Any()))
            .Take(most).Select(one => new KnownExample(one.Example.Words, one.Query!.Query))];
    }

    private bool IsSame(ChartQuery one, ChartQuery other, ChartReader reader, string words) =>
        rights.Fit(one, reader, words) is { } first && rights.Fit(other, reader, words) is { } second && SameChart.AsDrawn(first, second, words);

    private static bool IsEdit(Interpretation read, Request request) => Interpreter.Read(request with { Previous = null }, settles: false) switch
    {
        Understood alone => read is not Understood together || together.Readings[0].Query.ToJson() != alone.Readings[0].Query.ToJson(),
        _ => read is Understood,
    };
}
