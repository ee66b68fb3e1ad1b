using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using Web.Api;
using Web.Insights.Datasets.Contracts;
using Web.Insights.Datasets.Csv;
using Web.Insights.Datasets.Editing;
using Web.Semantics;

namespace Web.Insights.Datasets.Preview;

/// <summary>What a person says about a file before it is loaded, as the form has it.</summary>
/// <param name="Into">The dataset that gets the rows; null: a new one.</param>
/// <param name="Skip">Whether rows that cannot be read are left out.</param>
public sealed record PreviewForm(string Key, string Title, string? Into, LoadMode Mode, bool Skip)
{
    /// <summary>What keeps the file from being loaded as it is, by field.</summary>
    internal Dictionary<string, string> Misfits(CsvPlan plan, IStringLocalizer<ApiTexts> sentences)
    {
        Dictionary<string, string> errors = [];
        if (Into is null && !DatasetKey.IsValid(Key)) errors["key"] = sentences["dataset_key_invalid"];
        if (Into is null && Title.Length == 0) errors["title"] = sentences["required"];
        if (plan.FaultyRows > 0 && !Skip && Mode != LoadMode.Append) errors["skip"] = sentences["rows_faulty_choose"];
        return errors;
    }

    /// <summary>The plan with everything that the form says of its columns; a new type is counted at the next reading.</summary>
    internal static CsvPlan Apply(CsvPlan plan, IFormCollection form)
    {
        foreach (var (column, index) in plan.Columns.Select((column, index) => (column.Column, index)).ToList())
            if (Words.Read<ColumnType>(form[$"c{index}.type"]) is { } type && type != column.Type) plan = plan.WithType(column.Name, type);
        if (int.TryParse(form["as_text"], CultureInfo.InvariantCulture, out var place) && place >= 0 && place < plan.Columns.Count) plan = plan.WithType(plan.Columns[place].Column.Name, ColumnType.Text);
        return plan with { Columns = [.. plan.Columns.Select((column, index) => column with { Column = ColumnForm.Apply(column.Column, form, index) })] };
    }
}

/// <summary>What a form says of one column; what it does not mention stays.</summary>
internal static class ColumnForm
{
    public static Column Apply(Column column, IFormCollection form, int index)
    {
        StringValues Field(string part) => form[FormattableString.Invariant($"c{index}.{part}")];
        if (Field("title").Count == 0) return column;
        var title = Field("title").ToString().Trim();
        var unit = Field("unit").ToString().Trim();
        var role = Words.Read<ColumnRole>(Field("role")) ?? column.Role;
        var aggregate = Field("aggregate").ToString();
        return column with
        {
            Titles = title.Length == 0 || column.Titles.Values.Contains(title) ? column.Titles : new Dictionary<string, string> { ["en"] = title, ["ja"] = title },
            Role = role,
            DefaultAggregate = ColumnTable.Aggregates.Contains(aggregate) ? aggregate : null,
            Unit = column.Currency is not null ? column.Unit : unit.Length == 0 ? null : unit,
            Synonyms = [.. Field("synonyms").ToString().Split([',', '、', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)],
            Hidden = Field("hidden") == "true",
        };
    }
}
