using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Web.Kernel;

namespace Web.Api;

/// <summary>The API's JSON: snake_case, enums as words, unknown members refused, money with its amount as a decimal string.</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new MoneyConverter());
        return options;
    }

    /// <summary>Writes an amount as every answer says it.</summary>
    public static void Write(Utf8JsonWriter writer, Money money)
    {
        Span<byte> amount = stackalloc byte[32];
        ReadOnlySpan<char> digits = Money.Decimals(money.Currency) switch { 0 => "F0", 3 => "F3", _ => "F2" };
        money.Major.TryFormat(amount, out var length, digits, System.Globalization.CultureInfo.InvariantCulture);
        writer.WriteStartObject();
        writer.WriteString("amount"u8, amount[..length]);
        writer.WriteString("currency"u8, money.Currency);
        writer.WriteEndObject();
    }

    private sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parts = JsonSerializer.Deserialize<Parts>(ref reader, options);
            if (parts is null || !decimal.TryParse(parts.Amount, System.Globalization.CultureInfo.InvariantCulture, out var amount)
                || Math.Abs(amount) > 1_000_000_000_000m || parts.Currency is not { Length: 3 })
                throw new JsonException("Money is {\"amount\":\"1250.00\",\"currency\":\"JPY\"}.");
            return Money.OfMajor(amount, parts.Currency);
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => ApiJson.Write(writer, value);

        private sealed record Parts(string? Amount, string? Currency);
    }
}
