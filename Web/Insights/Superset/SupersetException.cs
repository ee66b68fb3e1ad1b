using System.Text.Json;
using Web.Kernel;

namespace Web.Insights.Superset;

/// <summary>What became of a call: Superset could not be reached or is not well, or it said no.</summary>
/// <param name="status">Its status, 0 when there was no answer.</param>
/// <param name="reason">Its own words, short and without secrets.</param>
public sealed class SupersetException(int status, string reason, Exception? inner = null) : Exception(reason, inner)
{
    public int Status { get; } = status;

    /// <summary>Whether it may have done what it was asked, so that one must look before asking again.</summary>
    public bool IsUncertain => Status is 0 or >= 500;

    public RefusalException AsRefusal() => IsUncertain
        ? new RefusalException(503, "superset_unreachable", Message) : new RefusalException(502, "superset_refused", Message);

    /// <summary>Reads whichever of Superset's error envelopes this is.</summary>
    internal static SupersetException Of(int status, string? contentType, string body) => new(status, $"{status}: {Short(Words(status, contentType, body))}");

    private static string Words(int status, string? contentType, string body)
    {
        if (contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true) return status is >= 300 and < 400 ? "it redirects elsewhere" : "it answered with a page, not with data";
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return "it answered in an unknown form";
            if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
                return string.Join("; ", errors.EnumerateArray().Select(error => Text(error, "message")));
            if (root.TryGetProperty("msg", out var said)) return said.ToString();
            if (!root.TryGetProperty("message", out var message)) return "it gave no reason";
            return message.ValueKind != JsonValueKind.Object ? message.ToString() : string.Join("; ", message.EnumerateObject().Select(field =>
                $"{field.Name}: {(field.Value.ValueKind == JsonValueKind.Array ? string.Join(" ", field.Value.EnumerateArray()) : field.Value)}"));
        }
        catch (JsonException)
        {
            return "it answered in an unknown form";
        }
    }

    private static string Text(JsonElement error, string name) => error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value) ? value.ToString() : error.ToString();

    private static string Short(string text) => text.Length <= 300 ? text : text[..299] + "…";
}
