using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Web.Insights.Assistant.Chips;

/// <summary>What somebody chose in a chip's form. Nothing at all means the form as it is opened first.</summary>
public sealed class ChipInput(IEnumerable<KeyValuePair<string, StringValues>> fields)
{
    private readonly Dictionary<string, StringValues> fields = new(fields);

    public static ChipInput None { get; } = new([]);

    /// <summary>The fields whose names begin so, without that.</summary>
    public ChipInput Under(string prefix) => prefix.Length == 0 ? this
        : new([.. fields.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(field => KeyValuePair.Create(field.Key[prefix.Length..], field.Value))]);

    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>The field's words without the space around them; null when it is empty.</summary>
    public string? One(string name) => fields.TryGetValue(name, out var words) && words.LastOrDefault(word => !string.IsNullOrWhiteSpace(word)) is { } text ? text.Trim() : null;

    public IReadOnlyList<string> All(string name) => fields.TryGetValue(name, out var words) ? [.. words.Where(word => !string.IsNullOrEmpty(word)).Select(word => word!).Distinct()] : [];

    /// <summary>A number as people type it, full width and with commas.</summary>
    public decimal? Number(string name) => One(name) is { } text ? NumberOf(text) : null;

    /// <summary>A whole number; what is none becomes one that no query accepts, so that the gate says what is wrong.</summary>
    public int? Whole(string name) => One(name) is null ? null : Number(name) is { } number && number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue ? (int)number : -1;

    internal static decimal? NumberOf(string text) =>
        decimal.TryParse(text.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
