using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Charts;
using Web.Insights.Datasets;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.History;
using Web.Kernel;
using Web.Semantics;

namespace Web.Insights.Review;

/// <summary>What analysts do about words, and how each of it is taken back.</summary>
internal sealed class ReviewActs(AppDb db, CurrentMember member, ContractEditing editing, PermittedDatasets datasets, ExampleRights rights, TimeProvider time)
{
    /// <summary>From now on these words mean this query, for everybody who may use what is in it.</summary>
    public async Task<ReviewDecision> PromoteAsync(string words, ChartQuery query, ChartReader reader, CancellationToken cancellation)
    {
        if (rights.Fit(query, reader, words) is null) throw RefusalException.NotFound();
        var key = SameWords.KeyOf(words);
        var example = await db.ReviewedExamples.SingleOrDefaultAsync(one => one.WordsKey == key, cancellation);
        if (example is not null && rights.Fit(example.ReadQuery(), reader, words) is null) throw new RefusalException(409, "example_not_yours");
        var before = example?.ReadQuery();
        var now = time.GetUtcNow();
        if (example is null) db.ReviewedExamples.Add(ReviewedExample.Of(words, query, member.Id, now));
        else example.Mean(words, query, member.Id, now);
        return await DecideAsync(words, DecisionKind.Example, query.Dataset, null, new DecisionDetail { After = query, Before = before }, cancellation);
    }

    /// <summary>The word becomes another name, by the rules of a contract's change.</summary>
    /// <exception cref="RefusalException">404: not this person's; 422: the dataset is built in, the word does not fit, or is such a name already.</exception>
    public async Task<ReviewDecision> NameAsync(string words, string word, SynonymPlace place, CancellationToken cancellation)
    {
        var plain = word.Trim();
        if (plain.Length == 0) throw RefusalException.Invalid(new Kernel.Fault("/word", "required"));
        if (!await ChangeAsync(place, names => Added(names, plain), cancellation)) throw RefusalException.NotFound();
        return await DecideAsync(words, DecisionKind.Synonym, place.Dataset, null, new DecisionDetail { Synonym = plain, Column = place.Column, Value = place.Value }, cancellation);
    }

    private static IReadOnlyList<string> Added(IReadOnlyList<string> names, string word) =>
        names.Contains(word, StringComparer.OrdinalIgnoreCase) ? throw RefusalException.Invalid(new Kernel.Fault("/word", "already_a_name", word)) : [.. names, word];

    public Task<ReviewDecision> DecideAsync(string words, DecisionKind kind, string? dataset, string? reason, CancellationToken cancellation) =>
        DecideAsync(words, kind, dataset, reason, DecisionDetail.None, cancellation);

    /// <summary>What it changed is as before, unless somebody changed it again since or its place is gone.</summary>
    public async Task UndoAsync(ReviewDecision decision, ChartReader reader, CancellationToken cancellation)
    {
        var detail = DecisionDetail.Read(decision.Detail);
        if (decision.Kind == DecisionKind.Example) await UndoExampleAsync(decision, detail, reader, cancellation);
        if (decision is { Kind: DecisionKind.Synonym, Dataset: { } key } && detail.Synonym is { } word && await datasets.FindAsync(key, cancellation) is not null)
            await ChangeAsync(new SynonymPlace(key, detail.Column, detail.Value), names => [.. names.Where(name => !name.Equals(word, StringComparison.OrdinalIgnoreCase))], cancellation);
        decision.TakeBack(time.GetUtcNow());
    }

    private async Task UndoExampleAsync(ReviewDecision decision, DecisionDetail detail, ChartReader reader, CancellationToken cancellation)
    {
        var example = await db.ReviewedExamples.SingleOrDefaultAsync(one => one.WordsKey == decision.WordsKey, cancellation);
        if (example?.ReadQuery()?.ToJson() != detail.After?.ToJson() || example is null) return;
        if (detail.Before is { } before && rights.Fit(before, reader, decision.Words) is not null) example.Mean(decision.Words, before, member.Id, time.GetUtcNow());
        else db.ReviewedExamples.Remove(example);
    }

    private async Task<ReviewDecision> DecideAsync(string words, DecisionKind kind, string? dataset, string? reason, DecisionDetail detail, CancellationToken cancellation)
    {
        if (reason?.Length > ReviewDecision.LongestReason) throw RefusalException.Invalid(new Kernel.Fault("/reason", "too_long", ReviewDecision.LongestReason));
        var decision = db.ReviewDecisions.Add(ReviewDecision.Of(words, kind, dataset, reason, detail, member.Id, time.GetUtcNow())).Entity;
        await db.SaveChangesAsync(cancellation);
        return decision;
    }

    /// <returns>Whether the place is there.</returns>
    private async Task<bool> ChangeAsync(SynonymPlace place, Func<IReadOnlyList<string>, IReadOnlyList<string>> change, CancellationToken cancellation)
    {
        var permitted = await datasets.FindAsync(place.Dataset, cancellation) ?? throw new RefusalException(404, "dataset_not_found");
        if (permitted.Uploaded is not { } uploaded) throw new RefusalException(422, "dataset_built_in", place.Dataset);
        var dataset = await db.UploadedDatasets.SingleAsync(one => one.Id == uploaded.Id, cancellation);
        if (Part(permitted.Dataset.Contract, dataset.Contract, place, change) is not { } part) return false;
        await editing.ApplyAsync(dataset, permitted.Dataset.Source, part, cancellation);
        return true;
    }

    private static JsonElement? Part(DatasetContract seen, DatasetContract whole, SynonymPlace place, Func<IReadOnlyList<string>, IReadOnlyList<string>> change)
    {
        if (place.Column is not { } name) return JsonSerializer.SerializeToElement(new { synonyms = change(whole.Synonyms) });
        if (seen.Find(name) is not { } shown || whole.Find(shown.Name) is not { } column) return null;
        var part = new JsonObject { ["name"] = column.Name };
        if (place.Value is not { } value) part["synonyms"] = JsonSerializer.SerializeToNode(change(column.Synonyms));
        else if (shown.Values?.Contains(value) != true) return null;
        else
        {
            var others = column.ValueSynonyms.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
            var names = change(others.GetValueOrDefault(value) ?? []);
            if (names.Count == 0) others.Remove(value);
            else others[value] = names;
            part["value_synonyms"] = JsonSerializer.SerializeToNode(others);
        }
        return JsonSerializer.SerializeToElement(new JsonObject { ["columns"] = new JsonArray(part) });
    }
}
