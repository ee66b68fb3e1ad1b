using System.Globalization;
using System.Text.Json;
using Web.Semantics.Sql;

namespace Web.Semantics;

public enum MarkKind { Value, Others, Any }

/// <summary>What one dimension of a mark is: a value as its result wrote it, the group of all others, or whatever it may be.</summary>
/// <param name="Text">Null of <see cref="MarkKind.Value"/>: the group without a value.</param>
public sealed record MarkKey(MarkKind Kind, string? Text)
{
    public static MarkKey Any { get; } = new(MarkKind.Any, null);

    /// <summary>The bin that the text writes, or null.</summary>
    public BinEdges? Edges => Text is ['[', .., ')' or ']'] text && text[1..^1].Split(',') is [var from, var to]
        && decimal.TryParse(from, NumberStyles.Float, CultureInfo.InvariantCulture, out var least) && decimal.TryParse(to, NumberStyles.Float, CultureInfo.InvariantCulture, out var most)
        ? new BinEdges(least, most, text[^1] == ']') : null;

    public static MarkKey Of(object? cell) => cell is ResultTable.Others ? new(MarkKind.Others, null) : new(MarkKind.Value, cell is null ? null : ResultCell.Text(cell));
}

/// <summary>What a mark of a chart stands for: a key for each dimension, then the currency where amounts mix several; of rows as they are also each figure.</summary>
/// <param name="Earlier">Whether it is the figure of the earlier period in a comparison; the keys are those of the row that it stands in.</param>
public sealed record Mark(IReadOnlyList<MarkKey> Keys, bool Earlier = false)
{
    private const string Before = "before";

    /// <summary>A mark as an address carries it: a JSON array of texts, null where there is no value, true for any, false for the others; <c>{"before":[…]}</c> of the earlier period.</summary>
    public string Write()
    {
        var keys = Keys.Select(one => one.Kind switch { MarkKind.Any => (object?)true, MarkKind.Others => false, _ => one.Text });
        return Earlier ? JsonSerializer.Serialize(new Dictionary<string, object> { [Before] = keys }, ChartJson.Options) : JsonSerializer.Serialize(keys, ChartJson.Options);
    }

    /// <returns>Null when the words are no mark.</returns>
    public static Mark? Read(string? words)
    {
        try
        {
            using var json = JsonDocument.Parse(words ?? "");
            var (root, earlier) = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(Before, out var before) ? (before, true) : (json.RootElement, false);
            const int most = QueryChecker.MaxDimensions + QueryChecker.MaxMeasures + 1;
            return root.ValueKind != JsonValueKind.Array || root.GetArrayLength() > most ? null : new Mark([.. root.EnumerateArray().Select(one => one.ValueKind switch
            {
                JsonValueKind.True => MarkKey.Any,
                JsonValueKind.False => new MarkKey(MarkKind.Others, null),
                JsonValueKind.String when !one.GetString()!.Contains('\0') => new MarkKey(MarkKind.Value, one.GetString()),
                JsonValueKind.Null => new MarkKey(MarkKind.Value, null),
                _ => throw new JsonException(),
            })], earlier);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>The rows behind a mark of a chart. All conditions of the chart hold, its reader's row filters first.</summary>
public static class MarkStatement
{
    /// <param name="columns">What is shown of each row; the statement's first column is the row's key, to go on after.</param>
    public static SqlText Compile(CheckedQuery query, Mark mark, IReadOnlyList<Column> columns, string? after, int most) =>
        new MarkRows(query, new Parameters(query)).Compile(mark, columns, after, most);
}
