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
    private const int MostProposals = 8, MostValues = 60;

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
            var title = contract.TitleIn(Locales.Current);
            places.Add((Write(contract.Key, null, null), title, title));
            places.AddRange(contract.Columns.Where(column => !column.Hidden).Select(column => (Write(contract.Key, column.Name, null), column.TitleIn(Locales.Current), title)));
            if (!near.Contains(contract.Key)) continue;
            var valued = reader.Catalog.Find(contract.Key)?.Contract.Columns.Where(column => column is { Hidden: false, Values.Count: > 0 }) ?? [];
            places.AddRange(valued.SelectMany(column => column.Values!.Take(MostValues).Select(value => (Write(contract.Key, column.Name, value), $"{column.TitleIn(Locales.Current)} = {value}", title))));
        }
        return places;
    }

    /// <summary>A place as the form carried it; null when it is none.</summary>
    public static SynonymPlace? PlaceOf(string? written)
    {
        var parts = (written ?? "").Split('/', 3);
        return parts.Length < 3 || parts[0].Length == 0 ? null : new SynonymPlace(parts[0], parts[1].Length == 0 ? null : parts[1], parts[2].Length == 0 || parts[1].Length == 0 ? null : parts[2]);
    }

    private static string Write(string dataset, string? column, string? value) => $"{dataset}/{column}/{value}";

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
