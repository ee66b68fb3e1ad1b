using System.Globalization;
using Web.Kernel;

namespace Web.Insights.Datasets.Editing;

/// <summary>What a dataset's form shows: what was typed while it is not saved, else what is stored; and each fault beside its field.</summary>
public sealed class TypedForm(IFormCollection? form, IReadOnlyDictionary<string, string> errors)
{
    public static TypedForm Fresh { get; } = new(null, new Dictionary<string, string>());

    public string? Said(string field, string? stored) => form is not null && form.TryGetValue(field, out var typed) ? typed.ToString() : stored;

    /// <summary>A box that is not ticked is not sent.</summary>
    public bool Ticked(string field, string value, bool stored) => form is null ? stored : form[field].Contains(value);

    public string? ErrorOf(string field) => errors.GetValueOrDefault(field);

    /// <summary>How many rows of measures were sent.</summary>
    public int Rows(int stored)
    {
        var rows = 0;
        while (form is not null && form.ContainsKey(FormattableString.Invariant($"m{rows}.expression"))) rows++;
        return Math.Max(rows, stored + 1);
    }

    /// <summary>The sentences by the names of the fields they belong to; what belongs to none is under "".</summary>
    internal static TypedForm Of(IFormCollection form, RefusalException refusal, Func<Fault, string> say)
    {
        Dictionary<string, string> errors = [];
        var measures = DatasetForm.MeasureRows(form);
        foreach (var fault in refusal.Faults) errors.TryAdd(FieldOf(fault.Field, measures, form), say(fault));
        return new TypedForm(form, errors);
    }

    private static string FieldOf(string pointer, IReadOnlyList<int> measures, IFormCollection form) => pointer.Split('/') switch
    {
        ["", "columns", var i, var part, ..] => $"c{i}.{(part switch { "default_aggregate" => "aggregate", "value_synonyms" => "values", "currency" => "unit", _ => part })}",
        ["", "measures", var i, var part, ..] when int.TryParse(i, CultureInfo.InvariantCulture, out var at) && at < measures.Count => FormattableString.Invariant($"m{measures[at]}.{part}"),
        ["", "relations", var i, var part, ..] => RelationForm.FieldOf(form, i, part),
        ["", "title" or "description" or "synonyms", ..] and [_, var same, ..] => same,
        ["", "count_of", ..] => "count",
        ["", "default_time"] => "time",
        ["", "default_grain"] => "grain",
        ["", "default_measure"] => "measure",
        ["", "row_filter", ..] => "rows",
        _ => "",
    };
}
