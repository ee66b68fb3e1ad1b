using System.Globalization;
using Web.Semantics;

namespace Web.Language;

/// <summary>A candidate as people see it: threads from words to slots, assumptions, words left over.</summary>
internal static class ReadingOf
{
    public static Reading Make(Candidate candidate, Names names, double confidence, bool datasetAssumed = false, string label = "")
    {
        var slots = Slots(candidate.Draft);
        return new Reading(
            candidate.Query, Math.Round(confidence, 3), Threads(candidate, slots), Assumptions(candidate, names, slots, datasetAssumed),
            [.. candidate.Unexplained.Select(candidate.Scene.Typed)], label);
    }

    private static Dictionary<object, string> Slots(Draft draft)
    {
        var slots = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < draft.Measures.Count; i++) slots[draft.Measures[i]] = Pointer("measures", i);
        for (var i = 0; i < draft.Groups.Count; i++) slots[draft.Groups[i]] = Pointer("dimensions", i);
        foreach (var (part, place) in draft.FilterPlaces) slots[part] = Pointer("filters", place);
        if (draft.Sort is { } sort) slots[sort] = "/sort";
        if (draft.Limit is { } limit) slots[limit] = "/limit";
        if (draft.Moved is { } moved && slots.TryGetValue(moved.To, out var group)) slots[moved.From] = group;
        if (draft.Binned is { } binned && slots.TryGetValue(binned.To, out var bins)) slots[binned.From] = bins;
        return slots;
    }

    private static string Pointer(string list, int i) => $"/{list}/{i.ToString(CultureInfo.InvariantCulture)}";

    private static List<WordThread> Threads(Candidate candidate, Dictionary<object, string> slots)
    {
        var scene = candidate.Scene;
        var threads = new List<WordThread>();
        var last = (Slot: "", Item: -2);
        for (var i = 0; i < scene.Count; i++)
        {
            if (!scene.Used(i) || scene.PartOf(i) is not { } part) continue;
            if (part is FilterPart { Joined: { } whole }) part = whole;
            var slot = part is Setting setting ? setting.Slot : slots.GetValueOrDefault(part);
            if (slot is null || !Exists(candidate.Query, slot)) continue;
            var (start, end) = (scene.FirstToken(i).Start, scene.LastToken(i).End);
            if (last.Slot == slot && last.Item == i - 1) threads[^1] = threads[^1] with { Length = end - threads[^1].Start };
            else threads.Add(new WordThread(start, end - start, slot));
            last = (slot, i);
        }
        return threads;
    }

    private static bool Exists(ChartQuery query, string slot)
    {
        var parts = slot.Split('/');
        if (parts.Length < 3) return true;
        var count = parts[1] switch { "measures" => query.Measures.Count, "dimensions" => query.Dimensions.Count, "filters" => query.Filters.Count, _ => int.MaxValue };
        return int.Parse(parts[2], CultureInfo.InvariantCulture) < count;
    }

    private static List<Assumption> Assumptions(Candidate candidate, Names names, Dictionary<object, string> slots, bool datasetAssumed)
    {
        var (draft, query) = (candidate.Draft, candidate.Query);
        var assumed = new List<Assumption>();
        var raw = query.Measures.Any(m => m.Aggregate == Aggregates.None);
        if (datasetAssumed) assumed.Add(new Assumption("/dataset", names.Text("assume.dataset", candidate.Scene.Contract.TitleIn(names.Locale))));
        if (draft.Measures.Count == 0 && !draft.Counts && !raw && draft.Binned is null && query.Measures.Count > 0)
            assumed.Add(new Assumption("/measures/0", names.Text("assume.count")));
        for (var i = 0; i < Math.Min(draft.Measures.Count, query.Measures.Count) && !raw; i++)
        {
            if (draft.Measures[i] is { Aggregate: null, Column: { } column } && !NamedColumn.Is(column, candidate.Scene.Contract))
                assumed.Add(new Assumption(Pointer("measures", i) + "/aggregate", names.Text("assume.aggregate", names.Measure(query.Measures[i] with { Transform = null }))));
        }
        foreach (var group in draft.Groups)
        {
            if (!slots.TryGetValue(group, out var slot)) continue;
            if (group.DefaultTime || (group.Assumed && group.Column.Role == ColumnRole.Time)) assumed.Add(new Assumption(slot, names.Text("assume.time", names.Column(group.Column))));
            if (group.Assumed && group.Grain is { } grain) assumed.Add(new Assumption(slot + "/grain", names.Text("assume.grain", names.GrainName(grain))));
        }
        foreach (var filter in draft.Filters)
        {
            if (!slots.TryGetValue(filter, out var slot) || filter.Phrase is null) continue;
            if (filter.Assumed && filter.Column is { } time && !assumed.Exists(a => a.Text == names.Text("assume.time", names.Column(time))))
                assumed.Add(new Assumption(slot + "/field", names.Text("assume.time", names.Column(time))));
            if (filter.Phrase.Assumed && filter.Phrase.Days.From is { } from) assumed.Add(new Assumption(slot, names.Text("assume.year", from.Year.ToString(CultureInfo.InvariantCulture))));
        }
        for (var i = 0; i < candidate.Scene.Count; i++)
        {
            if (candidate.Scene.Value(i) is { Partial: true } person && candidate.Scene.PartOf(i) is { } part && slots.TryGetValue(part, out var slot))
                assumed.Add(new Assumption(slot, names.Text("assume.person", candidate.Scene.Typed(i), person.Value)));
        }
        for (var i = 0; i < candidate.Scene.Count; i++)
        {
            if (candidate.Scene.Used(i) && candidate.Scene[i] is FieldMeaning { ByLetters: true, Column: var lettered })
                assumed.Add(Assumption.OfWord(names.Text("assume.word", candidate.Scene.Typed(i), names.Column(lettered)), new GuessedWord(candidate.Scene.Typed(i), lettered.Name, null)));
        }
        if (draft.Limit is { Assumed: true } limit) assumed.Add(new Assumption("/limit", names.Text("assume.limit", limit.Count)));
        return assumed;
    }
}
