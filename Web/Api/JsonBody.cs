using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Web.Kernel;

namespace Web.Api;

/// <summary>
/// Reads a JSON body onto a record, member by member: what is absent keeps its value, null empties it, and every member that
/// does not fit becomes a fault of its own.
/// </summary>
public static class JsonBody
{
    private static readonly JsonSerializerOptions Options = new(ApiJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <param name="target">A fresh copy; its members are set.</param>
    /// <param name="readOnly">Members that are part of the record but not for writing.</param>
    /// <exception cref="RefusalException">400: the body is no JSON object.</exception>
    public static T ReadOnto<T>(JsonElement body, T target, ICollection<Fault> faults, params IReadOnlyCollection<string> readOnly) where T : class
    {
        if (body.ValueKind != JsonValueKind.Object) throw new RefusalException(400, "malformed_request");
        var members = Options.GetTypeInfo(typeof(T)).Properties;
        foreach (var sent in body.EnumerateObject())
        {
            var member = members.FirstOrDefault(known => known.Name == sent.Name && known.Set is not null);
            if (member is not null) Set(member, target, sent, faults);
            else faults.Add(new Fault($"/{Escaped(sent.Name)}", readOnly.Contains(sent.Name) ? "read_only" : "unknown_field"));
        }
        return target;
    }

    private static void Set(JsonPropertyInfo member, object target, JsonProperty sent, ICollection<Fault> faults)
    {
        try
        {
            member.Set!(target, sent.Value.Deserialize(member.PropertyType, Options));
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            faults.Add(Misfit(member, PointerOf(sent.Name, (cause as JsonException)?.Path)));
        }
    }

    private static Fault Misfit(JsonPropertyInfo member, string pointer)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (type.IsEnum) return new Fault(pointer, "not_one_of", string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)));
        var code = type == typeof(DateOnly) ? "not_a_date" : type == typeof(Guid) ? "not_an_id" : type == typeof(Money) ? "not_money"
            : type == typeof(DateTimeOffset) ? "not_a_time" : type == typeof(int) || type == typeof(decimal) ? "not_a_number" : "wrong_type";
        return new Fault(pointer, code);
    }

    /// <summary><c>$.contacts[0].contact_id</c> → <c>/contacts/0/contact_id</c>.</summary>
    private static string PointerOf(string name, string? path) =>
        $"/{Escaped(name)}" + (path is null or "$" ? "" : path[1..].Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal));

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
