using Microsoft.Extensions.Localization;
using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant;

/// <summary>A one-click change and what the button says.</summary>
public sealed record ChartChoice(string Change, string Label, bool Current);

/// <summary>The changes that a chart offers. Each was tried at the gate: what is offered can be drawn.</summary>
internal sealed class ChartChoices(ChartQuery query, CheckedQuery fitting, ChartReader reader, TemplateGate gate, IStringLocalizer<InsightsTexts> texts)
{
    private static readonly string[] AggregateWords = [Aggregates.Sum, Aggregates.Mean, Aggregates.Median, Aggregates.Min, Aggregates.Max];
    private static readonly string[] GrainWords = ["day", "week", "month", "quarter", "year", "fiscal_year"];
    internal static readonly string[] PeriodWords =
        ["this_month", "last_month", "this_quarter", "this_year", "last_year", "this_fiscal_year", "last_12_months"];
    private const int MostGroups = 8;

    private DatasetContract Contract => fitting.Dataset.Contract;

    /// <summary>The kinds of chart that show these figures.</summary>
    public IReadOnlyList<ChartChoice> Drawings()
    {
        var axis = fitting.Dimensions.Count > 0 ? fitting.X ?? fitting.Dimensions[0] : null;
        var series = fitting.Dimensions.Count > 1 && fitting.Measures.Count == 1;
        List<string> kinds = axis switch
        {
            null => ["chart big_number"],
            { IsOrdered: true } => ["chart line", "chart column"],
            _ => ["chart bar"],
        };
        if (axis is not null && series) kinds.Add(axis.IsOrdered ? "stack column" : "stack bar");
        if (axis is { IsOrdered: false } && !series && fitting.Measures.Count == 1) kinds.Add("chart pie");
        if (axis is not null && series) kinds.Add("chart pivot");
        if (series && fitting.Dimensions.Count == 2 && query.ChartType != ChartType.Treemap && axis is { IsOrdered: false } or { Grain: >= Grain.HourOfDay }) kinds.Add("chart heatmap");
        if (fitting.Raw || fitting.Shape is { Boxes: true } or { Bins: true } or { Points: true }) kinds.Clear();
        kinds.Add("chart table");
        var now = NowOf(axis);
        if (!kinds.Contains(now) && texts["Ask.Drawing." + now.Replace(' ', '_')] is { ResourceNotFound: false }) kinds.Insert(0, now);
        var choices = kinds.Select(kind => new ChartChoice(kind, texts["Ask.Drawing." + kind.Replace(' ', '_')], kind == now)).Where(choice => choice.Current || Fits(choice.Change)).ToList();
        return choices.Count > 1 ? choices : [];
    }

    /// <summary>What a chip can be set to.</summary>
    public IReadOnlyList<ChartChoice> Of(string slot)
    {
        var (part, at) = slot.Split('/') is ["", var name, var place] && int.TryParse(place, System.Globalization.CultureInfo.InvariantCulture, out var number) ? (name, number) : ("", -1);
        var choices = part switch
        {
            "measures" when query.Measures[at].Field is not null => Measure(slot, query.Measures[at]),
            "dimensions" => Dimension(slot, query.Dimensions[at]),
            "filters" when query.Filters[at] is { Op: FilterOp.InPeriod, Field: not null } filter => Period(slot, filter),
            _ => [],
        };
        return choices.Count > 1 ? choices : [];
    }

    /// <summary>What can be added: a period, a series.</summary>
    public IReadOnlyList<ChartChoice> More()
    {
        List<ChartChoice> more = [];
        var time = query.Dimensions.FirstOrDefault(d => d.Grain is not null)?.Field ?? Contract.DefaultTime;
        if (time is not null && !query.Filters.Any(f => f.Op == FilterOp.InPeriod))
            more.AddRange(PeriodWords.Take(5).Select(word => new ChartChoice($"during {time} {word}", texts["Ask.Add.Period", texts["Ask.Period." + word].Value], false)).Where(c => Fits(c.Change)));
        if (query.X is not null && query.Dimensions.Count == 1 && query.Measures.Count == 1)
            more.AddRange(Groups().Select(column => new ChartChoice($"split {column.Name}", texts["Ask.Add.Series", column.TitleIn(reader.Locale)], false)).Where(c => Fits(c.Change)).Take(5));
        if (query.Anomalies is null && Fits("anomalies")) more.Add(new ChartChoice("anomalies", texts["Ask.Add.Anomalies"], false));
        return more;
    }

    public bool Fits(string change) =>
        QueryChange.Apply(query, change) is { } changed && gate.Check(changed, reader.Catalog, reader.Calendar, reader.Today) is CheckOutcome.Fits;

    /// <summary>A period as people say it, where it is a word of ours.</summary>
    public string? PeriodWord(ChartFilter filter) =>
        filter is { Op: FilterOp.InPeriod, Value: { ValueKind: System.Text.Json.JsonValueKind.String } value } && PeriodWords.Contains(value.GetString()) ? texts["Ask.Period." + value.GetString()].Value : null;

    private string NowOf(CheckedDimension? axis)
    {
        var stacked = query.Stack is Stack.Stacked or Stack.Percent;
        return query.ChartType switch
        {
            ChartType.Bar or ChartType.Column => (stacked ? "stack " : "chart ") + (axis is { IsOrdered: true } ? "column" : "bar"),
            ChartType.BigNumber => "chart big_number",
            ChartType.Area when axis is { IsOrdered: true } => "chart area",
            _ => "chart " + query.ChartType.ToString().ToLowerInvariant(),
        };
    }

    private List<ChartChoice> Measure(string slot, ChartMeasure measure) => Tried(
        AggregateWords.Select(word => new ChartChoice($"aggregate {slot} {word}", ValueOf(slot, $"aggregate {slot} {word}"), measure.Aggregate == word)));

    private List<ChartChoice> Dimension(string slot, ChartDimension dimension) => Tried(dimension.Grain is { } now && Contract.Find(dimension.Field) is { IsTemporal: true }
        ? GrainWords.Select(word => new ChartChoice($"grain {slot} {word}", texts["Ask.Grain." + word], word == Snake(now)))
        : Contract.Find(dimension.Field) is not { Role: ColumnRole.Dimension } ? []
        : Groups().Select(column => new ChartChoice($"group {slot} {column.Name}", column.TitleIn(reader.Locale), column.Name == dimension.Field))
            .Where(choice => choice.Current || !query.Dimensions.Any(d => d.Field == choice.Change.Split(' ')[2])).Take(MostGroups));

    private List<ChartChoice> Period(string slot, ChartFilter filter) => Tried(
        PeriodWords.Select(word => new ChartChoice($"period {slot} {word}", texts["Ask.Period." + word], filter.Value?.ToString() == word)));

    private IEnumerable<Column> Groups() => Contract.Columns.Where(column => column is { Hidden: false, Role: ColumnRole.Dimension });

    private List<ChartChoice> Tried(IEnumerable<ChartChoice> choices) => [.. choices.Where(choice => choice.Current || Fits(choice.Change))];

    private string ValueOf(string slot, string change) => QueryChange.Apply(query, change) is { } changed
        ? Wording.Chips(changed, Contract, reader.Locale, reader.Calendar, reader.Today).FirstOrDefault(chip => chip.Slot == slot)?.Value ?? "" : "";

    private static string Snake(Grain grain) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(grain.ToString());
}
