using System.Text.Json;
using Web.Semantics;
using Fault = Web.Kernel.Fault;

namespace Web.Insights.Datasets.Contracts;

/// <summary>Applies what somebody wrote of one column.</summary>
internal sealed class ColumnChange(Column column, string kind, string pointer, List<Fault> faults, Action<string, object?, object?> note)
{
    private static readonly string[] ReadOnly = ["source_name", "values"];

    public Column Apply(JsonElement sent)
    {
        var after = column;
        foreach (var part in sent.EnumerateObject())
        {
            var read = new JsonPart(part.Value, $"{pointer}/{part.Name}", faults);
            switch (part.Name)
            {
                case "name": break;
                case "title": after = after with { Titles = read.Titles(after.Titles, 200, required: true) }; break;
                case "type": after = after with { Type = read.OneOf<ColumnType>(after.Type) ?? after.Type }; break;
                case "role": after = after with { Role = read.OneOf<ColumnRole>(after.Role) ?? after.Role }; break;
                case "unit": after = after with { Unit = read.Text(30) }; break;
                case "currency": after = after with { Currency = read.Text(3) }; break;
                case "default_aggregate": after = after with { DefaultAggregate = read.Word([.. Aggregates.All.Order(StringComparer.Ordinal)], after.DefaultAggregate) }; break;
                case "synonyms": after = after with { Synonyms = read.Texts(after.Synonyms) }; break;
                case "value_synonyms": after = after with { ValueSynonyms = read.TextLists(after.ValueSynonyms) }; break;
                case "hidden": after = after with { Hidden = read.Flag(after.Hidden) }; break;
                default: faults.Add(new Fault($"{pointer}/{part.Name}", ReadOnly.Contains(part.Name) ? "read_only" : "unknown_field")); break;
            }
        }
        if (after.Type != column.Type) after = Settled(after, sent);
        MustFit(after);
        Tell(after);
        return after;
    }

    /// <summary>Another type brings another role, unless one was said.</summary>
    private static Column Settled(Column column, JsonElement sent) => column with
    {
        Role = sent.TryGetProperty("role", out _) || column.IsNumeric ? column.Role : column.Role == ColumnRole.Measure ? ColumnRole.Dimension : column.Role,
        DefaultAggregate = sent.TryGetProperty("default_aggregate", out _) || column.IsNumeric ? column.DefaultAggregate : null,
    };

    private void MustFit(Column after)
    {
        if (!DatasetRows.CanShow(kind, after.Type)) faults.Add(new Fault($"{pointer}/type", "read_only") { TextKey = "column_type_fixed" });
        if (after.Role == ColumnRole.Measure && !after.IsNumeric) faults.Add(new Fault($"{pointer}/role", "measure_needs_number"));
        if (after.Role == ColumnRole.Time && !after.IsTemporal && after.Type != ColumnType.Integer) faults.Add(new Fault($"{pointer}/role", "time_needs_date"));
        if (after.Currency == column.Currency) return;
        if (after.Type != ColumnType.Money || after.Currency is null) faults.Add(new Fault($"{pointer}/currency", "read_only"));
        else if (after.Currency.Length != 3 || !after.Currency.All(char.IsAsciiLetterUpper)) faults.Add(new Fault($"{pointer}/currency", "not_a_currency"));
        else if (Kernel.Money.Decimals(after.Currency) != Kernel.Money.Decimals(column.Currency!)) faults.Add(new Fault($"{pointer}/currency", "read_only") { TextKey = "column_currency_fixed" });
    }

    private void Tell(Column after)
    {
        note("title", column.Titles, after.Titles);
        note("type", column.Type, after.Type);
        note("role", column.Role, after.Role);
        note("unit", column.Unit, after.Unit);
        note("currency", column.Currency, after.Currency);
        note("default_aggregate", column.DefaultAggregate, after.DefaultAggregate);
        note("synonyms", column.Synonyms, after.Synonyms);
        note("value_synonyms", column.ValueSynonyms, after.ValueSynonyms);
        note("hidden", column.Hidden, after.Hidden);
    }
}
