using System.Text.Json;
using Microsoft.Extensions.Localization;
using Web.Insights.Datasets.Access;
using Web.Language;
using Web.Semantics;
using Web.Ui;
using Calendar = Web.Kernel.Calendar;

namespace Web.Insights.Datasets.History;

/// <summary>One change as people read it: what, from what, to what.</summary>
public sealed record ChangeLine(string What, string Before, string After);

/// <summary>One entry of a dataset's history.</summary>
public sealed record VersionLine(Guid Id, string Who, string At, bool Restored, IReadOnlyList<ChangeLine> Changes);

/// <summary>Says the changes of a version in words.</summary>
/// <param name="reachable">The datasets that the reader may use; others are not named.</param>
internal sealed class ChangeLines(IStringLocalizer<DatasetsTexts> texts, DatasetContract contract, Calendar calendar, DateOnly today, IReadOnlySet<string> reachable)
{
    private const int Longest = 120;

    public IReadOnlyList<ChangeLine> Of(DatasetVersion version) => Of(version.Changes);

    /// <param name="written">Each part before and after, as JSON.</param>
    public IReadOnlyList<ChangeLine> Of(string written)
    {
        using var changes = JsonDocument.Parse(written);
        return [.. changes.RootElement.EnumerateObject().Select(change => new ChangeLine(What(change.Name), Said(change.Name, change.Value[0]), Said(change.Name, change.Value[1])))];
    }

    private string What(string pointer)
    {
        var parts = pointer.Split('/');
        if (parts is not ["columns", var name, var part]) return texts["Change." + pointer.Replace('/', '_')];
        return texts["Change.Column", Column(name), texts["Change." + part].Value];
    }

    private string Said(string pointer, JsonElement value) => (pointer[(pointer.LastIndexOf('/') + 1)..], value.ValueKind) switch
    {
        ("row_filter", JsonValueKind.String) => Filter(RowFilter.Read(value.GetString()!)),
        ("default_time" or "default_measure", JsonValueKind.String) => Column(value.GetString()!),
        ("type", JsonValueKind.String) => Word("Type.", value),
        ("role", JsonValueKind.String) => Word("Role.", value),
        ("default_aggregate", JsonValueKind.String) => Word("Aggregate.", value),
        ("default_grain", JsonValueKind.String) => Word("Grain.", value),
        ("roles" or "all_rows_roles", JsonValueKind.Array) when value.GetArrayLength() > 0 => string.Join(", ", value.EnumerateArray().Select(role => Word("Access.", role))),
        _ => Said(value),
    };

    private string Word(string of, JsonElement word) => texts[of + word.GetString()] is { ResourceNotFound: false } known ? known.Value : word.GetString()!;

    private string Column(string name) => contract.Columns.FirstOrDefault(one => one.Name == name)?.TitleIn(Locales.Current) ?? name;

    private string Filter(ChartFilter filter)
    {
        var said = filter.Any is { } any ? filter with { Any = [.. any.Select(OfPerson)] } : OfPerson(filter);
        return new Names(contract, Locales.Current, calendar, today).Filter(said);
    }

    private ChartFilter OfPerson(ChartFilter leaf)
    {
        if (RowFilter.MemberOf(leaf) is not { } name) return leaf;
        var what = texts["Dataset.Filter.Member." + name] is { ResourceNotFound: false } known ? known.Value : name;
        return leaf with { Value = JsonSerializer.SerializeToElement(texts["Change.Person", what].Value) };
    }

    private string Said(JsonElement value)
    {
        var said = value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.True => texts["Change.Yes"].Value,
            JsonValueKind.False => texts["Change.No"].Value,
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Item)),
            JsonValueKind.Object => string.Join(" · ", value.EnumerateObject().Select(pair => pair.Value.ValueKind == JsonValueKind.Array ? $"{pair.Name}: {Said(pair.Value)}" : Said(pair.Value)).Distinct()),
            _ => value.GetRawText(),
        };
        return said.Length == 0 ? texts["Change.Nothing"] : said.Length <= Longest ? said : said[..(Longest - 1)] + "…";
    }

    private string Item(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("expression", out var expression) && item.TryGetProperty("name", out var name)
        ? $"{name.GetString()} = {expression.GetString()}"
        : item.ValueKind == JsonValueKind.Object && item.TryGetProperty("dataset", out var dataset) && item.TryGetProperty("column", out var column) && item.TryGetProperty("key", out var key)
            ? reachable.Contains(dataset.GetString()!) ? $"{column.GetString()} → {dataset.GetString()}.{key.GetString()}" : texts["Change.Relation.Other"].Value
            : Said(item);
}
