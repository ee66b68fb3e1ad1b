using System.Text.Json;
using Microsoft.Extensions.Localization;
using Web.Semantics;
using Web.Ui;

namespace Web.Insights.Datasets.History;

/// <summary>One change as people read it: what, from what, to what.</summary>
public sealed record ChangeLine(string What, string Before, string After);

/// <summary>One entry of a dataset's history.</summary>
public sealed record VersionLine(Guid Id, string Who, string At, bool Restored, IReadOnlyList<ChangeLine> Changes);

/// <summary>Says the changes of a version in words.</summary>
/// <param name="reachable">The datasets that the reader may use; others are not named.</param>
internal sealed class ChangeLines(IStringLocalizer<DatasetsTexts> texts, DatasetContract contract, IReadOnlySet<string> reachable)
{
    private const int Longest = 120;

    public IReadOnlyList<ChangeLine> Of(DatasetVersion version)
    {
        using var changes = JsonDocument.Parse(version.Changes);
        return [.. changes.RootElement.EnumerateObject().Select(change => new ChangeLine(What(change.Name), Said(change.Value[0]), Said(change.Value[1])))];
    }

    private string What(string pointer)
    {
        var parts = pointer.Split('/');
        if (parts is not ["columns", var name, var part]) return texts["Change." + pointer.Replace('/', '_')];
        var column = contract.Columns.FirstOrDefault(one => one.Name == name)?.TitleIn(Locales.Current) ?? name;
        return texts["Change.Column", column, texts["Change." + part].Value];
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
