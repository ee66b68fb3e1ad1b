using System.Text.Json;
using Web.Insights.Datasets.Access;
using Web.Kernel;
using Web.Semantics;
using Calendar = Web.Kernel.Calendar;
using Fault = Web.Kernel.Fault;

namespace Web.Insights.Datasets.Contracts;

/// <summary>Applies what somebody wrote of a contract, part by part, and says every fault at its place; what changed is told for the log.</summary>
internal sealed class ContractChange(UploadedDataset dataset, DatasetSource source, IReadOnlyList<DatasetContract> reachable, Calendar calendar, DateOnly today)
{
    private static readonly string[] ReadOnly = ["key", "engine", "row_count", "refreshed_at", "uploaded", "load"];
    private readonly List<Fault> faults = [];

    /// <summary>Before and after, by JSON pointer without its first slash.</summary>
    public Dictionary<string, object?[]> Changes { get; } = [];

    /// <exception cref="RefusalException">400: no JSON object; 422: with every fault. Nothing has changed then.</exception>
    public void Apply(JsonElement body, DateTimeOffset now)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new RefusalException(400, "malformed_request");
        var contract = dataset.Contract;
        MeasureChange? measures = null;
        var (access, filter) = (dataset.Access, dataset.RowFilter);
        var permits = new AccessChange(faults, (what, before, after) => Note(what, before, after));
        foreach (var part in body.EnumerateObject())
        {
            var read = new JsonPart(part.Value, "/" + part.Name, faults);
            switch (part.Name)
            {
                case "title": contract = contract with { Titles = Note("title", contract.Titles, read.Titles(contract.Titles, 200, required: true)) }; break;
                case "description": contract = contract with { Descriptions = Note("description", contract.Descriptions, read.Titles(contract.Descriptions, 2000)) }; break;
                case "count_of": contract = contract with { CountOf = Note("count_of", contract.CountOf, read.Titles(contract.CountOf, 60)) }; break;
                case "synonyms": contract = contract with { Synonyms = Note("synonyms", contract.Synonyms, read.Texts(contract.Synonyms)) }; break;
                case "certified": contract = contract with { Certified = Note("certified", contract.Certified, read.Flag(contract.Certified)) }; break;
                case "default_time": contract = contract with { DefaultTime = Note("default_time", contract.DefaultTime, read.Text(60)) }; break;
                case "default_measure": contract = contract with { DefaultMeasure = Note("default_measure", contract.DefaultMeasure, read.Text(60)) }; break;
                case "default_grain": contract = contract with { DefaultGrain = Note("default_grain", contract.DefaultGrain, read.OneOf(contract.DefaultGrain)) }; break;
                case "columns": contract = contract with { Columns = ColumnsOf(contract, part.Value) }; break;
                case "measures": (measures = new MeasureChange(faults)).Read(part.Value, contract.Measures); break;
                case "relations": contract = contract with { Relations = Note("relations", contract.Relations, new RelationChange(reachable, faults).Read(part.Value, contract)) }; break;
                case "access": access = permits.Roles(part.Value, access); break;
                case "row_filter": filter = permits.Filter(part.Value, filter); break;
                default: faults.Add(new Fault("/" + part.Name, ReadOnly.Contains(part.Name) ? "read_only" : "unknown_field")); break;
            }
        }
        if (measures is not null) contract = contract with { Measures = Note("measures", contract.Measures, measures.Against(contract, calendar, today)) };
        MustHoldTogether(contract);
        if (faults.Count == 0 && filter is not null) permits.MustFit(filter, new Dataset(contract, source), body.TryGetProperty("row_filter", out _), calendar, today);
        if (faults.Count > 0) throw RefusalException.Invalid(faults);
        if (Changes.Count == 0) return;
        dataset.Describe(contract, now);
        dataset.Permit(access.Roles, access.AllRowsRoles, now);
        if (Changes.ContainsKey("row_filter")) dataset.FilterRows(filter, now);
    }

    private List<Column> ColumnsOf(DatasetContract contract, JsonElement sent)
    {
        List<Column> columns = [.. contract.Columns];
        if (sent.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new Fault("/columns", "wrong_type"));
            return columns;
        }
        var i = -1;
        foreach (var one in sent.EnumerateArray())
        {
            var pointer = $"/columns/{++i}";
            var name = one.ValueKind == JsonValueKind.Object && one.TryGetProperty("name", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
            var place = columns.FindIndex(column => column.Name == name);
            if (name is null) faults.Add(new Fault($"{pointer}/name", "required"));
            else if (place < 0) faults.Add(new Fault($"{pointer}/name", "column_not_found", name));
            else columns[place] = new ColumnChange(columns[place], dataset.Kinds[place], pointer, faults, (part, before, after) => Note($"columns/{name}/{part}", before, after)).Apply(one);
        }
        return columns;
    }

    private void MustHoldTogether(DatasetContract contract)
    {
        if (faults.Count > 0) return;
        if (contract.DefaultTime is { } time && !contract.Columns.Any(column => column.Name == time && column.Role == ColumnRole.Time)) faults.Add(new Fault("/default_time", "not_a_time_column", time));
        if (contract.DefaultMeasure is { } measure && !contract.Columns.Any(column => column.Name == measure && column.Role == ColumnRole.Measure)) faults.Add(new Fault("/default_measure", "not_a_measure_column", measure));
        if (contract.Columns.All(column => column.Hidden)) faults.Add(new Fault("/columns", "all_columns_hidden"));
    }

    private T Note<T>(string what, T before, T after)
    {
        if (DatasetJson.Write(before) != DatasetJson.Write(after)) Changes[what] = [before, after];
        return after;
    }
}
