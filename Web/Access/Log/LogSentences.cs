using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Web.Audit;

namespace Web.Access.Log;

/// <summary>Says an entry in words: what happened in a sentence, what changed in lines, why it counts as risky.</summary>
internal sealed class LogSentences(IStringLocalizer<LogTexts> texts)
{
    /// <summary>Without its subject, which stands beside it.</summary>
    public string What(AuditEntry entry)
    {
        if (texts["Event." + entry.EventType] is { ResourceNotFound: false } whole) return whole;
        var (thing, verb) = entry.EventType.Split('.', 2) is [var one, var other] ? (one, other) : (entry.EventType, "");
        var name = NameIn(entry.Changes) ?? (thing == "dataset" ? entry.Description : null);
        var noun = texts["Entity." + thing] is { ResourceNotFound: false } known ? known.Value : thing.Replace('_', ' ');
        var called = name is null ? noun : texts["Called", noun, name].Value;
        return texts["Verb." + verb] is { ResourceNotFound: false } ? texts["Verb." + verb, called].Value : $"{called}: {verb.Replace('_', ' ')}";
    }

    public string Category(string category) => texts["Category." + category];

    public string Risk(string level) => texts["Risk." + level];

    public string Reason(string reason) => texts["Reason." + reason] is { ResourceNotFound: false } known ? known.Value : reason.Replace('_', ' ');

    /// <summary>What an event is called where one is chosen.</summary>
    public string EventName(string type) => What(new AuditEntry { Id = default, At = default, EventCategory = "", EventType = type });

    public IReadOnlyList<ChangeLine> Changes(AuditEntry entry, IReadOnlyDictionary<Guid, string> people, TimeZoneInfo zone)
    {
        if (entry.Changes is null) return [];
        using var read = JsonDocument.Parse(entry.Changes);
        if (read.RootElement.ValueKind != JsonValueKind.Object) return [];
        return [.. read.RootElement.EnumerateObject().Select(one => new ChangeLine(Field(one.Name), Side(one.Value, 0, people, zone), Side(one.Value, 1, people, zone)))];
    }

    private string Field(string name) => texts["Field." + name] is { ResourceNotFound: false } known ? known.Value : name.Replace('_', ' ');

    private string? Side(JsonElement pair, int side, IReadOnlyDictionary<Guid, string> people, TimeZoneInfo zone) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 ? Value(pair[side], people, zone) : side == 1 ? Value(pair, people, zone) : null;

    private string? Value(JsonElement value, IReadOnlyDictionary<Guid, string> people, TimeZoneInfo zone) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => texts["Yes"],
        JsonValueKind.False => texts["No"],
        JsonValueKind.String => Text(value.GetString()!, people, zone),
        JsonValueKind.Number => value.GetRawText(),
        _ => value.GetRawText() is "[]" or "{}" ? null : value.GetRawText(),
    };

    private string? Text(string text, IReadOnlyDictionary<Guid, string> people, TimeZoneInfo zone)
    {
        if (text.Length == 0 || text is "{}" or "[]") return null;
        if (Guid.TryParseExact(text, "D", out var id)) return people.GetValueOrDefault(id) ?? text;
        if (text.Length >= 19 && text[4] == '-' && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            return TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return texts["Value." + text] is { ResourceNotFound: false } known ? known.Value : text;
    }

    /// <summary>What the record is called, where the entry says so.</summary>
    private static string? NameIn(string? changes)
    {
        if (changes is null) return null;
        using var read = JsonDocument.Parse(changes);
        if (read.RootElement.ValueKind != JsonValueKind.Object) return null;
        foreach (var field in new[] { "name", "title", "email" })
            if (read.RootElement.TryGetProperty(field, out var pair) && pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2)
                foreach (var side in new[] { pair[1], pair[0] })
                    if (side.ValueKind == JsonValueKind.String && side.GetString() is { Length: > 0 } name) return name.Length > 80 ? name[..80] + "…" : name;
        return null;
    }
}

/// <summary>A field before and after; null where there was nothing.</summary>
internal sealed record ChangeLine(string Field, string? Before, string? After);
