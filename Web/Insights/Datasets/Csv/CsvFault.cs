using System.Text.Json.Serialization;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// What is wrong with one cell or row. <see cref="Row"/> counts data rows from 1 as a person does, <see cref="Line"/> is the physical
/// line of the file where the row begins, <see cref="Column"/> counts from 1 and is 0 for the row as a whole.
/// </summary>
/// <param name="Code">One of <see cref="CsvFaults"/>.</param>
/// <param name="Value">The cell as written, shortened.</param>
public sealed record CsvFault(long Row, long Line, int Column, string? ColumnName, string Code, string Value)
{
    /// <summary>The whole row as written, where it is read to be loaded; it is not kept with a plan.</summary>
    [JsonIgnore]
    public string? Source { get; init; }
}

/// <summary>The codes of <see cref="CsvFault.Code"/>.</summary>
public static class CsvFaults
{
    public const string
        NotADate = "not_a_date", NoSuchDay = "no_such_day", NoSuchTime = "no_such_time",
        NotANumber = "not_a_number", NotAnInteger = "not_an_integer", NotABoolean = "not_a_boolean",
        OtherCurrency = "other_currency", OtherUnit = "other_unit", TooPrecise = "too_precise", OutOfRange = "out_of_range",
        TooFewFields = "too_few_fields", TooManyFields = "too_many_fields", BrokenQuote = "broken_quote", TooLong = "too_long",
        BrokenCharacter = "broken_character", TotalRow = "total_row";

    public static IReadOnlyList<string> All { get; } =
    [
        NotADate, NoSuchDay, NoSuchTime, NotANumber, NotAnInteger, NotABoolean, OtherCurrency, OtherUnit, TooPrecise, OutOfRange,
        TooFewFields, TooManyFields, BrokenQuote, TooLong, BrokenCharacter, TotalRow,
    ];

    /// <summary>A fault shows this much of its cell.</summary>
    public const int MostShown = 80;
}
