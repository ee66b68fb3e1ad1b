using System.Globalization;
using System.Text.Json;
using Web.Kernel;

namespace Web.Semantics.Checking;

/// <summary>Filters on dates and timestamps, always as plain half-open ranges; "whole day" and "whole month" are ranges too.</summary>
internal sealed class TimeFilter(CheckScope scope, FilterValues values, FilterOp op, string pointer)
{
    private static readonly DateOnly First = new(1000, 1, 1), Last = new(9990, 12, 31);

    public Condition? Check(Column column, Grain? grain)
    {
        switch (op)
        {
            case FilterOp.InPeriod:
                return InPeriod() is { } period ? new Condition.Within(column, [RangeOf(period)], Not: false, period) : null;
            case FilterOp.Between:
                return values.Pair((item, at) => Stretch(item, at, column, grain)) is { } pair ? Between(column, pair.From, pair.To) : null;
            case FilterOp.In or FilterOp.NotIn:
                return values.List((item, at) => Stretch(item, at, column, grain)) is { } list
                    ? new Condition.Within(column, [.. list.Select(s => s.Range)], op == FilterOp.NotIn) : null;
            case FilterOp.Equal or FilterOp.NotEqual or FilterOp.Less or FilterOp.LessOrEqual or FilterOp.Greater or FilterOp.GreaterOrEqual:
                return Single(column, grain);
            default:
                values.FaultAt(pointer, "op_not_for_type", column.Name);
                return null;
        }
    }

    /// <summary>A period over a year kept as an integer: it must be whole years.</summary>
    public Condition? Years(Column column)
    {
        if (!Grains.IsYear(column)) { values.FaultAt(pointer, "op_not_for_type", column.Name); return null; }
        if (InPeriod() is not { } period) return null;
        var from = period.From;
        // last_N_years ends today; over a bare year it is this year and the N - 1 before.
        if (from is { } day && period.To == scope.Today && day != scope.Today && day == scope.Today.AddYears(day.Year - scope.Today.Year).AddDays(1))
            return Within(column, day.Year + 1, scope.Today.Year);
        if ((from is null || from is { Month: 1, Day: 1 }) && (period.To is null || period.To is { Month: 12, Day: 31 }))
            return Within(column, from?.Year ?? 0, period.To?.Year ?? 9999);
        values.Fault("period_not_whole_years", column.Name);
        return null;
    }

    private static Condition.Between Within(Column column, int from, int to) => new(column, from, to);

    private Condition.Within? Single(Column column, Grain? grain)
    {
        if (values.Raw is not { } element) { values.Fault("value_missing"); return null; }
        if (Stretch(element, null, column, grain) is not { } stretch) return null;
        var range = op switch
        {
            FilterOp.Less => new TimeRange(null, stretch.Range.From),
            FilterOp.LessOrEqual => new TimeRange(null, stretch.Range.Until),
            FilterOp.Greater => new TimeRange(stretch.Range.Until, null),
            FilterOp.GreaterOrEqual => new TimeRange(stretch.Range.From, null),
            _ => stretch.Range,
        };
        return new Condition.Within(column, [range], op == FilterOp.NotEqual, op == FilterOp.Equal ? stretch.Days : null);
    }

    private Condition.Within? Between(Column column, Span from, Span to)
    {
        if (from.Start <= to.Start)
            return new Condition.Within(column, [new TimeRange(from.Range.From, to.Range.Until)], Not: false,
                from.Days is { } first && to.Days is { } last ? new Period(first.From, last.To) : null);
        values.Fault("range_backwards");
        return null;
    }

    /// <summary>What a written date covers: a day, the bucket of a grain that it lies in, or one instant.</summary>
    private sealed record Span(TimeRange Range, Period? Days, DateTimeOffset Start);

    private Span? Stretch(JsonElement element, string? at, Column column, Grain? grain)
    {
        at ??= values.Pointer;
        void Fault(string code) => values.FaultAt(at, code);
        if (Written(element, at, grain) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (day < First || day > Last) { Fault("date_out_of_range"); return null; }
            return OfDays(UnitOf(grain) is { } unit ? scope.Calendar.PeriodOf(unit, day) : new Period(day, day));
        }
        if (grain is not null && PeriodWord.Resolve(text, scope.Calendar, scope.Today) is { From: { } from, To: { } } named)
        {
            if (UnitOf(grain) is { } unit && scope.Calendar.PeriodOf(unit, from) == named && from >= First && from <= Last) return OfDays(named);
            Fault("period_invalid");
            return null;
        }
        if (column.Type == ColumnType.Timestamp && text.Contains('T') && grain is null
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && instant.UtcDateTime.Year is >= 1000 and <= 9990)
        {
            instant = instant.ToUniversalTime();
            return new Span(new TimeRange(instant, instant.AddMicroseconds(1)), null, instant);
        }
        Fault("date_invalid");
        return null;
    }

    // A year may be written as a number: {"grain":"year","value":2026}.
    private string? Written(JsonElement element, string at, Grain? grain) => grain switch
    {
        Grain.Year when element.ValueKind == JsonValueKind.Number => element.GetRawText(),
        Grain.FiscalYear when element.ValueKind == JsonValueKind.Number => "FY" + element.GetRawText(),
        _ => values.TextOf(element, at),
    };

    private Span OfDays(Period period) => new(RangeOf(period), period, scope.Calendar.StartOf(period.From!.Value));

    private static TimeRange RangeOf(Period period) =>
        new(period.From is { } from ? (TimeEdge)from : null, period.To is { } to ? (TimeEdge)to.AddDays(1) : null);

    private static CalendarUnit? UnitOf(Grain? grain) => grain switch
    {
        Grain.Week => CalendarUnit.Week,
        Grain.Month => CalendarUnit.Month,
        Grain.Quarter => CalendarUnit.Quarter,
        Grain.Half => CalendarUnit.Half,
        Grain.Year => CalendarUnit.Year,
        Grain.FiscalQuarter => CalendarUnit.FiscalQuarter,
        Grain.FiscalYear => CalendarUnit.FiscalYear,
        null => null,
        _ => CalendarUnit.Day,
    };

    private Period? InPeriod()
    {
        var period = values.Raw switch
        {
            null => Missing("value_missing"),
            { ValueKind: JsonValueKind.String } => Word(),
            { ValueKind: JsonValueKind.Object } ends => Ends(ends),
            _ => Missing("period_invalid"),
        };
        if (period is not { } found) return null;
        if (found.From > found.To) return Missing("range_backwards");
        return found.From < First || found.From > Last || found.To < First || found.To > Last ? Missing("date_out_of_range") : found;
    }

    private Period? Word()
    {
        if (values.Text() is not { } word) return null;
        return PeriodWord.Resolve(word, scope.Calendar, scope.Today) ?? Missing("period_not_known", CheckScope.Shown(word));
    }

    private Period? Ends(JsonElement element)
    {
        try
        {
            return WrittenEnds(element);
        }
        catch (InvalidOperationException)
        {
            return Missing("period_invalid"); // a name that is half a surrogate pair
        }
    }

    private Period? WrittenEnds(JsonElement element)
    {
        DateOnly? from = null, to = null;
        foreach (var end in element.EnumerateObject())
        {
            var isFrom = end.NameEquals("from");
            if (!isFrom && !end.NameEquals("to")) return Missing("period_invalid");
            if (end.Value.ValueKind == JsonValueKind.Null) continue;
            if (end.Value.ValueKind != JsonValueKind.String || !DateOnly.TryParseExact(
                    end.Value.GetRawText().Trim('"'), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return Missing("date_invalid");
            if (isFrom) from = day; else to = day;
        }
        return from is null && to is null ? Missing("period_invalid") : new Period(from, to);
    }

    private Period? Missing(string code, params IReadOnlyList<string> args)
    {
        values.Fault(code, args);
        return null;
    }
}
