using Web.Semantics.Checking;

namespace Web.Semantics.Sql;

/// <summary>Time cut into buckets and into parts, in the tenant's zone and fiscal calendar.</summary>
internal static class TimeSql
{
    /// <summary>The first day of the bucket as a date (an hour as a local timestamp), or the number of the part.</summary>
    public static string Bucket(Column column, Grain grain, Rows rows)
    {
        if (!column.IsTemporal) return rows.Stored(column);
        var local = Local(column, rows);
        return grain switch
        {
            Grain.Hour => $"date_trunc('hour', {local})",
            Grain.Day => column.Type == ColumnType.Date ? rows.Stored(column) : $"({local})::date",
            Grain.Week or Grain.Month or Grain.Quarter or Grain.Year => $"date_trunc('{Grains.NameOf(grain)}', {local})::date",
            Grain.Half => $"(date_trunc('year', {local}) + case when extract(month from {local}) > 6 then interval '6 months' else interval '0' end)::date",
            Grain.FiscalQuarter => Fiscal("quarter", local, rows),
            Grain.FiscalYear => Fiscal("year", local, rows),
            _ => Part(grain, local),
        };
    }

    /// <summary>The step from one bucket to the next.</summary>
    public static string Step(Grain grain) => grain switch
    {
        Grain.Hour => "1 hour",
        Grain.Day => "1 day",
        Grain.Week => "7 days",
        Grain.Month => "1 month",
        Grain.Quarter or Grain.FiscalQuarter => "3 months",
        Grain.Half => "6 months",
        _ => "1 year",
    };

    // The fiscal year is the calendar year of a time moved back by the months it begins late.
    private static string Fiscal(string unit, string local, Rows rows)
    {
        var shift = $"make_interval(months => {rows.Parameters.FiscalShift()}::int)";
        return $"(date_trunc('{unit}', {local} - {shift}) + {shift})::date";
    }

    private static string Part(Grain grain, string local) => grain switch
    {
        Grain.HourOfDay => $"extract(hour from {local})::int",
        Grain.Weekday => $"extract(isodow from {local})::int",
        Grain.DayOfMonth => $"extract(day from {local})::int",
        Grain.MonthOfYear => $"extract(month from {local})::int",
        _ => $"extract(quarter from {local})::int",
    };

    // A date becomes a timestamp without a zone first: date_trunc would else go through the session's zone.
    private static string Local(Column column, Rows rows) => column.Type == ColumnType.Date
        ? $"{rows.Stored(column)}::timestamp"
        : $"({rows.Stored(column)} at time zone {rows.Parameters.Zone()})";
}
