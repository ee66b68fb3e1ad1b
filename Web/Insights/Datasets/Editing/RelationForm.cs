using System.Globalization;
using System.Text.Json.Nodes;
using Web.Insights.Datasets.Contracts;
using Web.Semantics;
using Web.Ui;

namespace Web.Insights.Datasets.Editing;

/// <summary>The rows of relations in a dataset's form, as a program would send them.</summary>
internal static class RelationForm
{
    /// <summary>The rows that name a column or what it names.</summary>
    public static IReadOnlyList<int> Rows(IFormCollection form) =>
        [.. Enumerable.Range(0, RelationChange.Most + 1).Where(row => form[Field(row, "column")].ToString().Length > 0 || form[Field(row, "target")].ToString().Length > 0)];

    public static JsonObject Of(IFormCollection form, int row, DatasetContract contract)
    {
        var (dataset, key) = form[Field(row, "target")].ToString().Split('.', 2) is [var one, var other] ? (one, other) : ("", "");
        var old = contract.Relations.FirstOrDefault(relation => relation.Name == form[Field(row, "name")]);
        var titles = new JsonObject((old?.Titles ?? new Dictionary<string, string>()).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        if (form[Field(row, "title")].ToString().Trim() is { Length: > 0 } title) titles[Locales.Current] = title;
        return new JsonObject { ["name"] = old?.Name ?? NameOf(dataset, row, contract), ["title"] = titles, ["dataset"] = dataset, ["column"] = form[Field(row, "column")].ToString(), ["key"] = key };
    }

    /// <summary>The field of a fault in the list that was sent.</summary>
    public static string FieldOf(IFormCollection form, string index, string part)
    {
        var rows = Rows(form);
        return int.TryParse(index, CultureInfo.InvariantCulture, out var at) && at < rows.Count ? Field(rows[at], part == "column" ? "column" : "target") : "";
    }

    public static string Field(int row, string part) => FormattableString.Invariant($"r{row}.{part}");

    /// <summary>Called like what it names, and counted on where that is taken.</summary>
    private static string NameOf(string dataset, int row, DatasetContract contract)
    {
        var name = dataset.Length == 0 ? "relation" : dataset[..Math.Min(dataset.Length, 38)];
        return contract.Relations.Any(relation => relation.Name == name) ? string.Create(CultureInfo.InvariantCulture, $"{name}_{row + 1}") : name;
    }
}
