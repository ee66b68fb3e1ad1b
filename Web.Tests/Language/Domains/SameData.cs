using System.Globalization;
using System.Text.Json;

namespace Web.Tests.Language.Domains;

/// <summary>Whether two charts show the same rows: in the order that was asked for, otherwise in any; columns in any.</summary>
internal static class SameData
{
    public static bool In(JsonElement one, JsonElement other, bool ordered)
    {
        var (left, right) = (Rows(one), Rows(other));
        if (left.Count != right.Count) return false;
        if (!ordered)
        {
            left.Sort(StringComparer.Ordinal);
            right.Sort(StringComparer.Ordinal);
        }
        return left.SequenceEqual(right, StringComparer.Ordinal);
    }

    private static List<string> Rows(JsonElement result) =>
        [.. result.GetProperty("rows").EnumerateArray().Select(row => string.Join('\u001f', row.EnumerateArray().Select(Cell).Order(StringComparer.Ordinal)))];

    private static string Cell(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number => cell.GetDouble().ToString("G9", CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };
}
