using System.Globalization;
using System.Text.Json;

namespace Web.Semantics.Checking;

/// <summary>Reads a filter's JSON value as what an operator needs; each miss is a fault and a null.</summary>
internal sealed class FilterValues(CheckScope scope, JsonElement? value, string pointer)
{
    private readonly FaultList faults = scope.Faults;

    public string Pointer => pointer;

    public JsonElement? Raw => value is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } some ? some : null;

    public void Fault(string code, params IReadOnlyList<string> args) => faults.Add(pointer, code, args);

    public void FaultAt(string at, string code, params IReadOnlyList<string> args) => faults.Add(at, code, args);

    public decimal? Number() => Single() is { } element ? NumberOf(element, pointer) : null;

    public string? Text() => Single() is { } element ? TextOf(element, pointer) : null;

    public bool? Flag()
    {
        if (Single() is not { } element) return null;
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False) return element.GetBoolean();
        Fault("value_needs_boolean");
        return null;
    }

    /// <summary>The items of a list of at least one and at most the cap, each read by <paramref name="read"/>; null when one does not fit.</summary>
    public IReadOnlyList<T>? List<T>(Func<JsonElement, string, T?> read) where T : notnull
    {
        if (Raw is not { ValueKind: JsonValueKind.Array } list) { Fault("value_needs_list"); return null; }
        var length = list.GetArrayLength();
        if (length is 0 or > QueryChecker.MaxValues)
        {
            Fault("list_length", "1", QueryChecker.MaxValues.ToString(CultureInfo.InvariantCulture));
            return null;
        }
        var items = list.EnumerateArray().Select((item, i) => read(item, $"{pointer}/{i}")).ToList();
        return items.Any(item => item is null) ? null : [.. items.Select(item => item!)];
    }

    /// <summary>The two items of <c>between</c>.</summary>
    public (T From, T To)? Pair<T>(Func<JsonElement, string, T?> read) where T : notnull
    {
        if (Raw is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() != 2) { Fault("between_needs_two"); return null; }
        var (from, to) = (read(list[0], $"{pointer}/0"), read(list[1], $"{pointer}/1"));
        return from is null || to is null ? null : (from, to);
    }

    public object? BoxedNumber(JsonElement element, string at) => NumberOf(element, at) is { } number ? number : null;

    public decimal? NumberOf(JsonElement element, string at)
    {
        if (element.ValueKind != JsonValueKind.Number) { faults.Add(at, "value_needs_number"); return null; }
        if (element.TryGetDecimal(out var number) && Math.Abs(number) <= 1_000_000_000_000_000_000m) return number;
        faults.Add(at, "number_out_of_range");
        return null;
    }

    public string? TextOf(JsonElement element, string at)
    {
        if (element.ValueKind != JsonValueKind.String) { faults.Add(at, "value_needs_text"); return null; }
        var text = Decode(element);
        if (text is null || text.Contains('\0')) { faults.Add(at, "text_invalid"); return null; }
        if (text.Length <= QueryChecker.MaxText) return text;
        faults.Add(at, "text_too_long", QueryChecker.MaxText.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private JsonElement? Single()
    {
        if (Raw is { } element) return element;
        Fault("value_missing");
        return null;
    }

    // JSON can spell half a surrogate pair, which is no text.
    private static string? Decode(JsonElement element)
    {
        try
        {
            var text = element.GetString()!;
            _ = text.IsNormalized(); // throws where a surrogate stands alone
            return text;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
