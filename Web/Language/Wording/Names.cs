using System.Globalization;
using System.Text.Json;
using Web.Kernel;
using Web.Semantics;
using Calendar = Web.Kernel.Calendar;

namespace Web.Language;

/// <summary>The parts of a query in the person's language.</summary>
internal sealed class Names(DatasetContract contract, string locale, Calendar calendar, DateOnly today)
{
    public string Locale => locale;

    public string Text(string key, params ReadOnlySpan<object?> values) => Texts.Get(key, locale, values);

    public string Column(string field) => contract.Find(field) is { } column ? Column(column) : field;

    public string Column(Column column)
    {
        var title = column.TitleIn(locale);
        return title == column.Name ? title.Replace('_', ' ') : title;
    }

    public string Measure(ChartMeasure measure)
    {
        var text = measure.Field is null && measure.Aggregate == Aggregates.Count ? Count() : Plain(measure);
        return measure.Transform is { } transform ? Text($"transform.{Snake(transform)}", text) : text;
    }

    private string Plain(ChartMeasure measure)
    {
        var field = measure.Field is { } name ? Column(name) : "";
        if (contract.FindMeasure(measure.Aggregate) is { } defined && defined.Titles.TryGetValue(Texts.IsJapanese(locale) ? "ja" : "en", out var title)) return title;
        if (!Aggregates.All.Contains(measure.Aggregate)) return measure.Aggregate.Replace('_', ' ');
        // A column called "total cost" is not the "total total cost".
        if (measure.Aggregate == Aggregates.Sum && field.StartsWith("total", StringComparison.OrdinalIgnoreCase)) return field;
        return Text(IsRate(measure) ? "measure.rate" : $"measure.{measure.Aggregate}", field);
    }

    private bool IsRate(ChartMeasure measure) => measure is { Aggregate: Aggregates.Mean, Field: { } field } && contract.Find(field) is { Type: ColumnType.Boolean };

    private string Count() => contract.CountOf.TryGetValue(Texts.IsJapanese(locale) ? "ja" : "en", out var rows) ? Text("measure.count", rows) : Text("measure.count_rows");

    public string Group(ChartDimension dimension)
    {
        var column = Column(dimension.Field);
        if (dimension.Grain is { } grain) return Text("group.time", column, GrainName(grain));
        return dimension.Bin is null ? Text("group.plain", column) : Text("group.bins", column);
    }

    public string GrainName(Grain grain) => Text($"grain.{Snake(grain)}");

    public string Chart(ChartType type) => Text($"chart.{Snake(type)}");

    public string Filter(ChartFilter filter)
    {
        if (filter.Any is { Count: > 0 } any) return any.Select(Filter).Aggregate((a, b) => Text("filter.any", a, b));
        if (filter.Op == FilterOp.InPeriod) return PeriodText(filter);
        var known = filter.Field is null ? null : contract.Find(filter.Field);
        var subject = filter.Aggregate is { } aggregate ? Measure(new ChartMeasure(filter.Field, aggregate)) : filter.Field is { } name ? Column(name) : "";
        if (filter.Grain is { } grain) subject = Text("group.time", subject, GrainName(grain));
        if (filter.Op == FilterOp.Between && filter.Value is { ValueKind: JsonValueKind.Array } ends && ends.GetArrayLength() == 2)
            return Text("filter.between", subject, Value(ends[0], known, filter), Value(ends[1], known, filter));
        return Text($"filter.{Snake(filter.Op ?? FilterOp.Equal)}", subject, filter.Value is { } value ? Value(value, known, filter) : "");
    }

    public string FilterValue(ChartFilter filter) => filter.Op switch
    {
        FilterOp.InPeriod when Resolve(filter) is { } days => Days(days),
        _ => Filter(filter),
    };

    private string PeriodText(ChartFilter filter)
    {
        var column = filter.Field is { } name ? Column(name) : "";
        if (Resolve(filter) is not { } days) return Text("filter.equal", column, filter.Value?.ToString());
        return days switch
        {
            { From: { } from, To: { } to } when from == to => Text("period.day", column, Date(from)),
            { From: { } from, To: { } to } => Text("period.between", column, Date(from), Date(to)),
            { From: { } from } => Text("period.from", column, Date(from)),
            { To: { } to } => Text("period.to", column, Date(to)),
            _ => column,
        };
    }

    private string Days(Period days) => (days.From, days.To) switch
    {
        ({ } from, { } to) when from == to => Date(from),
        ({ } from, { } to) => Texts.IsJapanese(locale) ? $"{Date(from)}〜{Date(to)}" : $"{Date(from)} – {Date(to)}",
        ({ } from, null) => Texts.IsJapanese(locale) ? $"{Date(from)}〜" : $"{Date(from)} –",
        (null, { } to) => Texts.IsJapanese(locale) ? $"〜{Date(to)}" : $"– {Date(to)}",
        _ => "",
    };

    private Period? Resolve(ChartFilter filter)
    {
        if (filter.Value is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return PeriodWord.Resolve(value.GetString()!, calendar, today);
        if (value.ValueKind != JsonValueKind.Object) return null;
        DateOnly? End(string name) => value.TryGetProperty(name, out var end) && end.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(end.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        return new Period(End("from"), End("to"));
    }

    private string Date(DateOnly date) => date.ToString(Texts.IsJapanese(locale) ? "yyyy/M/d" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Value(JsonElement value, Column? column, ChartFilter filter) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(Text("list.separator"), value.EnumerateArray().Select(v => Value(v, column, filter))),
        JsonValueKind.True => Text("boolean.true"),
        JsonValueKind.False => Text("boolean.false"),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => Number(number, filter.Aggregate == Aggregates.Count ? null : column, filter.Grain),
        JsonValueKind.String => Shown(column, value.GetString()!),
        _ => value.ToString(),
    };

    private static string Number(decimal number, Column? column, Grain? grain)
    {
        if (grain is not null || column is { Role: ColumnRole.Time }) return number.ToString(CultureInfo.InvariantCulture);
        var text = number.ToString("#,##0.############", CultureInfo.InvariantCulture);
        if (column?.Currency == "JPY") return "¥" + text;
        return column?.Unit == "%" ? text + "%" : text;
    }

    /// <summary>A value with the column that has it.</summary>
    public string Value(Column column, string value) => Text("filter.equal", Column(column), Shown(column, value));

    private string Shown(Column? column, string value) =>
        column is not null && column.ValueTitles.TryGetValue(Texts.IsJapanese(locale) ? "ja" : "en", out var titles) && titles.TryGetValue(value, out var title) ? title : value;

    public string List(IEnumerable<string> parts) => string.Join(Text("list.separator"), parts);

    public static string Snake<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
