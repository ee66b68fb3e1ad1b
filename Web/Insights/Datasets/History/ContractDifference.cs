using Web.Semantics;

namespace Web.Insights.Datasets.History;

/// <summary>What differs between two contracts of the same columns, by JSON pointer without its first slash.</summary>
internal static class ContractDifference
{
    public static Dictionary<string, object?[]> Of(DatasetContract before, DatasetContract after)
    {
        Dictionary<string, object?[]> changes = [];
        Note(changes, "title", before.Titles, after.Titles);
        Note(changes, "description", before.Descriptions, after.Descriptions);
        Note(changes, "count_of", before.CountOf, after.CountOf);
        Note(changes, "synonyms", before.Synonyms, after.Synonyms);
        Note(changes, "certified", before.Certified, after.Certified);
        Note(changes, "default_time", before.DefaultTime, after.DefaultTime);
        Note(changes, "default_measure", before.DefaultMeasure, after.DefaultMeasure);
        Note(changes, "default_grain", before.DefaultGrain, after.DefaultGrain);
        Note(changes, "measures", before.Measures, after.Measures);
        Note(changes, "relations", before.Relations, after.Relations);
        foreach (var (old, column) in before.Columns.Zip(after.Columns)) Note(changes, $"columns/{column.Name}/", old, column);
        return changes;
    }

    public static void Note<T>(Dictionary<string, object?[]> changes, string what, T before, T after)
    {
        if (DatasetJson.Write(before) != DatasetJson.Write(after)) changes[what] = [before, after];
    }

    private static void Note(Dictionary<string, object?[]> changes, string at, Column before, Column after)
    {
        Note(changes, at + "title", before.Titles, after.Titles);
        Note(changes, at + "type", before.Type, after.Type);
        Note(changes, at + "role", before.Role, after.Role);
        Note(changes, at + "unit", before.Unit, after.Unit);
        Note(changes, at + "currency", before.Currency, after.Currency);
        Note(changes, at + "default_aggregate", before.DefaultAggregate, after.DefaultAggregate);
        Note(changes, at + "synonyms", before.Synonyms, after.Synonyms);
        Note(changes, at + "value_synonyms", before.ValueSynonyms, after.ValueSynonyms);
        Note(changes, at + "hidden", before.Hidden, after.Hidden);
    }
}
