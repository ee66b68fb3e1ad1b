using System.Text.Json;
using Microsoft.Extensions.Localization;
using Web.Kernel;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>A change of one field, in words.</summary>
public sealed record FieldChange(string Field, string? Old, string? New);

/// <summary>Says what the audit log's <c>{field: [old, new]}</c> of a deal means to people.</summary>
public sealed class ChangeWords(IStringLocalizer<CrmTexts> texts, StageMap stages, People people, Days days, IReadOnlyDictionary<Guid, string> accounts)
{
    // What a step through the stages says already, and what says nothing to people.
    private static readonly string[] Told = ["stage_id", "pipeline_id", "status", "closed_on", "lost_reason"], Silent = ["currency", "custom", "deleted_at"];

    /// <summary>The changes of fields, without what a step through the stages (<paramref name="steps"/> false) says by itself.</summary>
    public IReadOnlyList<FieldChange> Of(string? changes, string currency, bool steps)
    {
        if (changes is null) return [];
        using var json = JsonDocument.Parse(changes);
        var fields = json.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => (Old: field.Value[0].Clone(), New: field.Value[1].Clone()));
        if (fields.ContainsKey("stage_id") || fields.ContainsKey("status")) foreach (var follows in (string[])["probability", "pipeline_id"]) fields.Remove(follows);
        return [.. fields.Where(field => !Silent.Contains(field.Key) && (steps || !Told.Contains(field.Key))).OrderBy(field => Order(field.Key)).Select(field =>
            new FieldChange(NameOf(field.Key), Say(field.Key, field.Value.Old, currency), Say(field.Key, field.Value.New, currency)))];
    }

    /// <summary>The accounts that changes speak of, so that their names can be fetched at once.</summary>
    public static IEnumerable<Guid> AccountsIn(string? changes)
    {
        if (changes?.Contains("\"account_id\"", StringComparison.Ordinal) != true) yield break;
        using var json = JsonDocument.Parse(changes);
        foreach (var end in json.RootElement.GetProperty("account_id").EnumerateArray()) if (end.ValueKind == JsonValueKind.String && end.TryGetGuid(out var id)) yield return id;
    }

    private string NameOf(string field) => texts["Field." + field] is { ResourceNotFound: false } known ? known : field;

    private string? Say(string field, JsonElement value, string currency) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when field == "amount_minor" => Figures.Short(new Money(value.GetInt64(), currency)),
        JsonValueKind.Number when field == "probability" => $"{value}%",
        JsonValueKind.String when field.EndsWith("_on", StringComparison.Ordinal) && DateOnly.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var day) => days.Short(day),
        JsonValueKind.String when field == "owner_id" && value.TryGetGuid(out var id) => people.NameOf(id),
        JsonValueKind.String when field == "stage_id" && value.TryGetGuid(out var id) => stages.NameOf(id),
        JsonValueKind.String when field == "account_id" && value.TryGetGuid(out var id) => accounts.GetValueOrDefault(id),
        JsonValueKind.String when field == "status" => texts["Deals.Status." + value.GetString()![..1].ToUpperInvariant() + value.GetString()![1..]],
        JsonValueKind.String when field == "lost_reason" => Reason(texts, value.GetString()),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(one => one.ToString())),
        _ => value.ToString(),
    };

    private static int Order(string field) => field switch { "stage_id" => 0, "amount_minor" => 1, "expected_close_on" => 2, "owner_id" => 3, "next_step" => 4, "next_step_on" => 6, _ => 5 };

    /// <summary>A known reason in the reader's language, any other as it was written.</summary>
    public static string? Reason(IStringLocalizer texts, string? reason) =>
        reason is null ? null : LostReason.Known.Contains(reason) ? texts["LostReason." + reason].Value : reason;
}
