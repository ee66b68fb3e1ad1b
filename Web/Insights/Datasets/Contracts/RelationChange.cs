using System.Text.Json;
using System.Text.RegularExpressions;
using Web.Semantics;
using Fault = Web.Kernel.Fault;

namespace Web.Insights.Datasets.Contracts;

/// <summary>Applies what somebody wrote of a dataset's relations: the whole list, in its order. Those whose other end they may not use are not theirs to drop.</summary>
/// <param name="reachable">The datasets that whoever writes it may use.</param>
internal sealed partial class RelationChange(IReadOnlyList<DatasetContract> reachable, List<Fault> faults)
{
    public const int Most = 20;

    public IReadOnlyList<Relation> Read(JsonElement sent, DatasetContract contract)
    {
        List<Relation> unseen = [.. contract.Relations.Where(relation => !reachable.Any(one => one.Key == relation.Dataset))];
        if (sent.ValueKind == JsonValueKind.Null) return unseen;
        if (sent.ValueKind != JsonValueKind.Array) faults.Add(new Fault("/relations", "wrong_type"));
        else if (sent.GetArrayLength() > Most) faults.Add(new Fault("/relations", "too_many", Most));
        else
        {
            List<Relation> relations = [.. unseen];
            foreach (var (one, i) in sent.EnumerateArray().Select((one, i) => (one, i)))
                if (Read(one, $"/relations/{i}", contract, relations) is { } relation) relations.Add(relation);
            return relations;
        }
        return contract.Relations;
    }

    private Relation? Read(JsonElement sent, string pointer, DatasetContract contract, List<Relation> before)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new Fault(pointer, "wrong_type"));
            return null;
        }
        var (name, dataset, column, key) = ("", "", "", "");
        IReadOnlyDictionary<string, string> titles = new Dictionary<string, string>();
        foreach (var part in sent.EnumerateObject())
        {
            var read = new JsonPart(part.Value, $"{pointer}/{part.Name}", faults);
            switch (part.Name)
            {
                case "name": name = read.Text(63) ?? ""; break;
                case "title": titles = read.Titles(titles, 200); break;
                case "dataset": dataset = read.Text(63) ?? ""; break;
                case "column": column = read.Text(200) ?? ""; break;
                case "key": key = read.Text(200) ?? ""; break;
                default: faults.Add(new Fault($"{pointer}/{part.Name}", "unknown_field")); break;
            }
        }
        var relation = new Relation { Name = name, Titles = titles, Dataset = dataset, Column = column, Key = key };
        if (contract.Relations.Except(before).FirstOrDefault(old => DatasetJson.Write(old) == DatasetJson.Write(relation)) is { } untouched) return untouched; // it may wait for what it names
        if (!Identifier().IsMatch(name)) faults.Add(new Fault($"{pointer}/name", "relation_name_invalid"));
        else if (before.Exists(one => one.Name == name)) faults.Add(new Fault($"{pointer}/name", "relation_name_taken", name));
        return Ends(relation, pointer, contract);
    }

    /// <summary>Both ends by their names, or null and a fault.</summary>
    private Relation? Ends(Relation relation, string pointer, DatasetContract contract)
    {
        var own = contract.Columns.FirstOrDefault(one => one.Name == relation.Column || one.SourceName == relation.Column);
        var other = reachable.FirstOrDefault(one => one.Key == relation.Dataset && one.Key != contract.Key);
        var key = other?.Columns.FirstOrDefault(one => !one.Hidden && (one.Name == relation.Key || one.SourceName == relation.Key));
        if (own is null) faults.Add(new Fault($"{pointer}/column", "column_not_found", relation.Column));
        if (other is null) faults.Add(new Fault($"{pointer}/dataset", "relation_dataset_absent", relation.Dataset));
        else if (key is null) faults.Add(new Fault($"{pointer}/key", "column_not_found", relation.Key));
        else if (own is not null && !Relations.Fit(own.Type, key.Type)) faults.Add(new Fault($"{pointer}/key", "relation_types_differ", own.Name, key.Name));
        else if (own is not null) return relation with { Column = own.Name, Key = key.Name };
        return null;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,40}\\z", RegexOptions.None, 1000)]
    private static partial Regex Identifier();
}
