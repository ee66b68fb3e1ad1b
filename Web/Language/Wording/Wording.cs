using Web.Kernel;
using Web.Semantics;

namespace Web.Language;

/// <summary>Queries said in words: a sentence, a title, chips.</summary>
public static class Wording
{
    /// <summary>How the query is read: what is measured, grouped, filtered, in which days of which zone, in which order.</summary>
    public static string Explain(ChartQuery query, DatasetContract contract, string locale, Calendar calendar, DateOnly today)
    {
        var names = new Names(contract, locale, calendar, today);
        var sentences = new List<string> { Subject(query, names) };
        if (query.Filters.Count > 0) sentences.Add(names.Text("explain.where", string.Join(names.Text("condition.separator"), query.Filters.Select(names.Filter))));
        if (query.Sort is { } sort) sentences.Add(names.Text("explain.sorted", SortTarget(query, sort, names), Order(query, sort, names)));
        if (query.Limit is { } limit) sentences.Add(names.Text("explain.limit", limit));
        if (query.Compare is { } compare) sentences.Add(names.Text(compare.To == CompareTo.PreviousYear ? "explain.compare_year" : "explain.compare_period"));
        if (query.Stack is Stack.Stacked or Stack.Percent) sentences.Add(names.Text(query.Stack == Stack.Percent ? "explain.percent" : "explain.stacked"));
        if (query.Target is { } target) sentences.Add(names.Text("explain.target", target.ToString("#,##0.######", System.Globalization.CultureInfo.InvariantCulture)));
        if (query.ChartType == ChartType.Forecast) sentences.Add(query.Forecast is { } forecast ? names.Text("explain.forecast", forecast.Periods) : names.Text("explain.forecast_usual"));
        if (query.Anomalies == true) sentences.Add(names.Text("explain.anomalies"));
        if (UsesDates(query)) sentences.Add(names.Text("explain.zone", calendar.Zone.Id));
        return string.Join(Texts.IsJapanese(locale) ? "" : " ", sentences);
    }

    private static string Subject(ChartQuery query, Names names)
    {
        var measures = names.List(query.Measures.Select(names.Measure));
        var groups = names.List(query.Dimensions.Select(names.Group));
        if (query.ChartType is ChartType.Scatter or ChartType.Bubble && query.Measures.Any(m => m.Aggregate == Aggregates.None))
            return groups.Length == 0 ? names.Text("explain.scatter", measures) : names.Text("explain.scatter_by", measures, groups);
        if (query.ChartType == ChartType.Box) return groups.Length == 0 ? names.Text("explain.total", measures) : names.Text("explain.box", measures, groups);
        if (query.Measures.Any(m => m.Aggregate == Aggregates.None)) return names.Text("explain.rows", names.List([.. query.Dimensions.Select(names.Group), .. query.Measures.Select(names.Measure)]));
        return groups.Length == 0 ? names.Text("explain.total", measures) : names.Text("explain.grouped", measures, groups);
    }

    private static bool UsesDates(ChartQuery query) =>
        query.Dimensions.Any(d => d.Grain is not null) || query.Filters.Any(f => f.Op == FilterOp.InPeriod || f.Grain is not null || f.Any?.Any(a => a.Op == FilterOp.InPeriod) == true);

    internal static string SortTarget(ChartQuery query, ChartSort sort, Names names)
    {
        if (sort.By == SortBy.Y) return query.Measures.Count > 0 ? names.Measure(query.Measures[0]) : "";
        if (sort.By == SortBy.X) return query.Dimensions.Count > 0 ? names.Group(query.Dimensions[0]) : "";
        return sort.By.Aggregate is { } aggregate ? names.Measure(new ChartMeasure(sort.By.Field, aggregate)) : names.Column(sort.By.Field);
    }

    internal static string Order(ChartQuery query, ChartSort sort, Names names)
    {
        var byX = sort.By == SortBy.X || query.Dimensions.Any(d => d.Field == sort.By.Field);
        return names.Text((byX ? "order.x_" : "order.") + (sort.Order == SortOrder.Asc ? "asc" : "desc"));
    }

    /// <summary>The chart's title: what, by what.</summary>
    public static string Title(ChartQuery query, DatasetContract contract, string locale)
    {
        var names = new Names(contract, locale, Calendar.Utc, DateOnly.MinValue);
        if (query is { ChartType: ChartType.Box, Measures: [{ Field: { } spread }] })
            return Capital(query.X is { } by ? names.Text("title.histogram_by", names.Column(spread), names.Group(by)) : names.Text("title.histogram", names.Column(spread)));
        if (query is { ChartType: ChartType.Bubble, Measures.Count: 3 }) return Capital(names.Text("title.bubble", [.. query.Measures.Select(names.Measure)]));
        var measures = query.Measures.Take(2).Select(names.Measure).ToList();
        var groups = query.Dimensions.Select(d => names.Group(d)).ToList();
        if (query.ChartType is ChartType.Scatter or ChartType.Bubble && measures.Count == 2) return Capital(names.Text("title.scatter", measures[0], measures[1]));
        if (query.Dimensions is [{ Bin: not null } binned] && query.Measures is [{ Field: null }]) return Capital(names.Text("title.histogram", names.Column(binned.Field)));
        if (query.Measures.Any(m => m.Aggregate == Aggregates.None) || measures.Count == 0) return Capital(names.Text("title.rows", contract.TitleIn(locale)));
        var subject = measures.Count == 2 ? names.Text("and", measures[0], measures[1]) : measures[0];
        return Capital(groups.Count == 0 ? names.Text("title.total", subject) : names.Text("title.grouped", subject, names.List(groups)));
    }

    /// <summary>What a kind of chart is called.</summary>
    public static string ChartName(ChartType type, string locale) => Texts.Get($"chart.{Names.Snake(type)}", locale);

    /// <summary>A query in a few words, to tell it from others: its title, and its conditions in brackets.</summary>
    public static string Label(ChartQuery query, DatasetContract contract, string locale, Calendar calendar, DateOnly today) =>
        Labels.Of(query, new Names(contract, locale, calendar, today), contract);

    private static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>The parts of a reading as chips, those that were not said marked as assumed.</summary>
    public static IReadOnlyList<Chip> Chips(Reading reading, DatasetContract contract, string locale, Calendar calendar, DateOnly today) =>
        [.. ChipList.Of(reading.Query, new Names(contract, locale, calendar, today))
            .Select(c => c with { Assumed = !reading.Threads.Any(t => t.Slot == c.Slot || t.Slot.StartsWith(c.Slot + "/", StringComparison.Ordinal)) })];

    /// <summary>The parts of a query as chips; a query of its own assumes nothing.</summary>
    public static IReadOnlyList<Chip> Chips(ChartQuery query, DatasetContract contract, string locale, Calendar calendar, DateOnly today) =>
        ChipList.Of(query, new Names(contract, locale, calendar, today));
}
