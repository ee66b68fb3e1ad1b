using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Talk;
using Web.Insights.Charts;
using Web.Insights.Datasets.Access;
using Web.Language;
using Web.Semantics;
using Web.Ui;

namespace Web.Insights.Review;

/// <summary>What words may have meant, and what their unknown words may name, from all that is known of them.</summary>
public sealed class Proposals(AppDb db, PermittedDatasets datasets, ExampleRights rights)
{
    private const int MostProposals = 8;

    /// <summary>The surest first: what the person made of it, what they chose then, what was shown, what was offered, what the rules say today.</summary>
    public async Task<IReadOnlyList<Proposal>> OfAsync(FlagGroup group, ChartReader reader, CancellationToken cancellation)
    {
        List<(string Origin, ChartQuery Query)> found = [];
        found.AddRange(group.Turns.Select(turn => turn.Correction).OfType<ChartQuery>().Select(query => ("correction", query)));
        foreach (var turn in group.Turns.Where(turn => turn.Kind == FlagKind.Question).Take(3))
            if (await ChosenAsync(turn, cancellation) is { } chosen) found.Add(("chosen", chosen));
        found.AddRange(group.Turns.Select(turn => turn.Shown).OfType<ChartQuery>().Select(query => ("shown", query)));
        found.AddRange(group.Latest.Alternatives.Select(other => ("offered", other.Query)));
        found.AddRange(Today(group.Latest.Words, reader).Select(query => ("today", query)));
        return [.. found.Where(one => rights.Fit(one.Query, reader, group.Latest.Words) is not null).DistinctBy(one => (one.Query with { Template = null }).ToJson()).Take(MostProposals)
            .Select(one => new Proposal(one.Origin, Wording.Label(one.Query, reader.Catalog.Find(one.Query.Dataset)!.Contract, reader.Locale, reader.Calendar, reader.Today), one.Query.ToJson()))];
    }

    /// <summary>Where a word can become another name: the datasets that people made themselves, those of the request first and with their values.</summary>
    public async Task<IReadOnlyList<(string Value, string Label, string Group)>> PlacesAsync(FlagGroup group, ChartReader reader, CancellationToken cancellation)
    {
        var near = group.Turns.SelectMany(turn => turn.Queries).Select(query => query.Dataset).ToHashSet(StringComparer.Ordinal);
        List<(string, string, string)> places = [];
        foreach (var one in (await datasets.ListAsync(cancellation)).Where(one => one.Uploaded is not null).OrderBy(one => near.Contains(one.Dataset.Contract.Key) ? 0 : 1).ThenBy(one => one.Dataset.Contract.Key, StringComparer.Ordinal))
        {
            var contract = one.Dataset.Contract;
            places.AddRange(SynonymPlace.Of(contract, Locales.Current));
            if (near.Contains(contract.Key) && reader.Catalog.Find(contract.Key) is { } valued) places.AddRange(SynonymPlace.OfValues(valued.Contract, Locales.Current));
        }
        return places;
    }

    private async Task<ChartQuery?> ChosenAsync(FlaggedTurn turn, CancellationToken cancellation)
    {
        var next = await db.Turns.AsNoTracking().Where(one => one.ConversationId == turn.Conversation && one.Id > turn.Turn).OrderBy(one => one.Id).FirstOrDefaultAsync(cancellation);
        // Only an answer to the question itself: what was asked anew is another request.
        return next?.ReadQuery() is { } query && turn.Alternatives.Any(other => other.Query.ToJson() == query.ToJson()) ? query : null;
    }

    private static IEnumerable<ChartQuery> Today(string words, ChartReader reader) =>
        Interpreter.Read(new Request(words, reader.Locale, [.. reader.Catalog.Contracts], reader.Calendar, reader.Today) { Found = reader.Catalog.Found }) switch
        {
            Understood understood => understood.Readings.Select(reading => reading.Query),
            Unsure unsure => unsure.Choices.Select(choice => choice.Query),
            _ => [],
        };
}
