using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Calendar = Web.Kernel.Calendar;

namespace Web.Insights.Superset.Forms;

/// <summary>Periods that move with the day, in Superset's own expressions, so that a pushed chart does not grow stale.</summary>
internal static partial class PeriodWords
{
    private const string Today = "DATETIME(\"today\")";

    /// <returns>Null for a period that stands still: its days are written out.</returns>
    /// <exception cref="CannotShowException">It moves, and Superset cannot say it.</exception>
    public static string? Of(JsonElement value, Calendar calendar)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        var word = value.GetString()!;
        if (Rolling().Match(word) is { Success: true } rolling)
        {
            var (count, unit) = (int.Parse(rolling.Groups["n"].Value, CultureInfo.InvariantCulture), rolling.Groups["unit"].Value);
            var start = unit == "quarter" ? Moved(Today, -3 * count, "month") : Moved(Today, -count, unit);
            return $"{Moved(start, 1, "day")} : {Moved(Today, 1, "day")}";
        }
        if (Named().Match(word) is not { Success: true } named) return null;
        var step = named.Groups["which"].Value switch { "last" => -1, "next" => 1, _ => 0 };
        return named.Groups["unit"].Value switch
        {
            "half" => throw new CannotShowException("period"),
            "day" => Range(Today, "day", step),
            "fiscal_year" => Range(Truncated("year", calendar.FiscalYearStart - 1), "year", step),
            "fiscal_quarter" => Range(Truncated("quarter", (calendar.FiscalYearStart - 1) % 3), "quarter", step),
            var unit => Range(Truncated(unit, 0), unit, step),
        };
    }

    private static string Range(string start, string unit, int step) =>
        Invariant($"{Moved(start, step, unit)} : {Moved(start, step + 1, unit)}");

    private static string Moved(string start, int by, string unit) => by == 0 ? start : Invariant($"DATEADD({start}, {by}, {unit})");

    private static string Truncated(string unit, int months) => months == 0 ? $"DATETRUNC({Today}, {unit})"
        : Invariant($"DATEADD(DATETRUNC(DATEADD({Today}, {-months}, month), {unit}), {months}, month)");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex("^last_(?<n>[0-9]{1,4})_(?<unit>day|week|month|quarter|year)s$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rolling();

    [GeneratedRegex("^(?<which>this|last|next)_(?<unit>day|week|month|quarter|half|year|fiscal_quarter|fiscal_year)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
