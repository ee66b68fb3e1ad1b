using System.Globalization;
using Web.Semantics;

namespace Web.Language;

internal static class ChipList
{
    public static List<Chip> Of(ChartQuery query, Names names)
    {
        var chips = new List<Chip>();
        void Add(string slot, string role, string value) => chips.Add(new Chip(slot, role, value, Assumed: false));
        for (var i = 0; i < query.Measures.Count; i++) Add($"/measures/{Text(i)}", names.Text("chip.measure"), names.Measure(query.Measures[i]));
        for (var i = 0; i < query.Dimensions.Count; i++)
            Add($"/dimensions/{Text(i)}", names.Text($"chip.{Names.Snake(query.Dimensions[i].Role)}"), names.Group(query.Dimensions[i]));
        for (var i = 0; i < query.Filters.Count; i++)
        {
            var filter = query.Filters[i];
            if (filter is { Op: FilterOp.InPeriod, Field: { } field }) Add($"/filters/{Text(i)}", names.Text("chip.period", names.Column(field)), names.FilterValue(filter));
            else Add($"/filters/{Text(i)}", names.Text("chip.filter"), names.Filter(filter));
        }
        if (query.Sort is { } sort) Add("/sort", names.Text("chip.sort"), names.Text("explain.sorted", Wording.SortTarget(query, sort, names), Wording.Order(query, sort, names)).TrimEnd('.', '。'));
        if (query.Limit is { } limit) Add("/limit", names.Text("chip.limit"), names.Text("chip.limit_value", limit));
        if (query.Compare is { } compare) Add("/compare", names.Text("chip.compare"), names.Text(compare.To == CompareTo.PreviousYear ? "chip.compare_year" : "chip.compare_period"));
        if (query.Stack is { } stack) Add("/stack", names.Text("chip.stack"), names.Text($"chip.stack_{Names.Snake(stack)}"));
        if (query.Target is { } target) Add("/target", names.Text("chip.target"), target.ToString("#,##0.######", CultureInfo.InvariantCulture));
        if (query.Forecast is { } forecast) Add("/forecast", names.Text("chip.forecast"), names.Text("chip.forecast_value", forecast.Periods));
        if (query.Anomalies == true) Add("/anomalies", names.Text("chip.anomalies"), names.Text("chip.anomalies_value"));
        Add("/chart_type", names.Text("chip.chart"), names.Chart(query.ChartType));
        return chips;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
