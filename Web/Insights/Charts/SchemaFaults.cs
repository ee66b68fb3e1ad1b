using System.Globalization;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;
using Web.Semantics;

namespace Web.Insights.Charts;

/// <summary>What the schema validator says, as faults with JSON pointers.</summary>
internal static partial class SchemaFaults
{
    private const int Most = 50;

    public static IReadOnlyList<Fault> Of(JsonSchema schema, string json)
    {
        try
        {
            return [.. schema.Validate(json).SelectMany(Flat).Select(Fault).Distinct(ByPlaceAndCode.Instance).Take(Most)];
        }
        catch (Exception e) when (e is Newtonsoft.Json.JsonException or OverflowException or FormatException or InvalidCastException or ArgumentException)
        {
            return [new Fault("", "schema_invalid")];
        }
    }

    // An item's errors are its own. Of alternatives (several types, anyOf) the one that was nearly met tells most: its errors lie
    // deepest and are fewest.
    private static IEnumerable<ValidationError> Flat(ValidationError error)
    {
        var nested = error switch
        {
            ChildSchemaValidationError child => child.Errors.Values,
            MultiTypeValidationError many => many.Errors.Values,
            _ => [],
        };
        var alternatives = nested.Select(errors => errors.SelectMany(Flat).ToList()).Where(errors => errors.Count > 0).ToList();
        if (alternatives.Count == 0) return [error];
        return error.Kind == ValidationErrorKind.ArrayItemNotValid ? alternatives.SelectMany(errors => errors)
            : alternatives.OrderByDescending(errors => errors.Max(e => Pointer(e.Path).Count(c => c == '/'))).ThenBy(errors => errors.Count).ThenBy(errors => errors.Count(IsOfType)).First();
    }

    private static Fault Fault(ValidationError error)
    {
        var pointer = Pointer(error.Path);
        var last = pointer[(pointer.LastIndexOf('/') + 1)..];
        return error.Kind switch
        {
            ValidationErrorKind.NoAdditionalPropertiesAllowed => new Fault(pointer, "schema_property_unknown", Shown(last)),
            ValidationErrorKind.PropertyRequired => new Fault(pointer, "schema_property_required", Shown(last)),
            ValidationErrorKind.NotInEnumeration => new Fault(pointer, "schema_not_in_enumeration"),
            ValidationErrorKind.TooFewItems => new Fault(pointer, "schema_too_few", error.Schema.MinItems.ToString(CultureInfo.InvariantCulture)),
            ValidationErrorKind.TooManyItems => new Fault(pointer, "schema_too_many", error.Schema.MaxItems.ToString(CultureInfo.InvariantCulture)),
            ValidationErrorKind.NumberTooBig or ValidationErrorKind.NumberTooSmall or ValidationErrorKind.IntegerTooBig
                or ValidationErrorKind.StringTooLong or ValidationErrorKind.StringTooShort => new Fault(pointer, "schema_range"),
            _ when IsOfType(error) => new Fault(pointer, "schema_type"),
            _ => new Fault(pointer, "schema_invalid"),
        };
    }

    private static bool IsOfType(ValidationError error) => error.Kind is >= ValidationErrorKind.StringExpected and <= ValidationErrorKind.NullExpected;

    /// <summary><c>#/dimensions[0].role</c> → <c>/dimensions/0/role</c>.</summary>
    internal static string Pointer(string? path) =>
        path is null || path == "#" ? "" : Index().Replace(path.TrimStart('#', '$').Replace('.', '/'), "/${index}");

    private static string Shown(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");

    [GeneratedRegex(@"\[(?<index>\d+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Index();

    private sealed class ByPlaceAndCode : IEqualityComparer<Fault>
    {
        public static readonly ByPlaceAndCode Instance = new();

        public bool Equals(Fault? x, Fault? y) => x?.Pointer == y?.Pointer && x?.Code == y?.Code;

        public int GetHashCode(Fault fault) => HashCode.Combine(fault.Pointer, fault.Code);
    }
}
