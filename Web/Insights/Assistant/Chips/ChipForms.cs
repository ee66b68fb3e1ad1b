using Microsoft.Extensions.Localization;
using Web.Insights.Assistant.Talk;
using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Chips;

/// <summary>The forms behind the chips: what each part of a chart can be, by the template's shape and the dataset's contract.</summary>
internal sealed class ChipForms(ChartQuery query, ChartReader reader, TemplateGate gate, ChartTemplates templates, IStringLocalizer<AnswerTexts> texts)
{
    private readonly DatasetContract contract = reader.Catalog.Find(query.Dataset)!.Contract;
    private readonly ChartShape shape = templates.For(query.ChartType)!.Shape;
    private readonly Names names = new(reader.Catalog.Find(query.Dataset)!.Contract, reader.Locale, reader.Calendar, reader.Today);

    /// <returns>Null when the chart has no such part.</returns>
    public ChipForm? Of(Turn turn, ChipSlot slot, ChipInput input, IReadOnlyList<string> faults)
    {
        IReadOnlyList<ChipField>? fields = slot.Part switch
        {
            "dataset" => [Datasets()],
            "chart_type" => [Kinds()],
            "measures" => new MeasureFields(query, contract, shape, names, texts).Of(slot, input),
            "dimensions" => new DimensionFields(query, contract, shape, names, texts).Of(slot, input),
            "filters" => new FilterFields(query, contract, reader.Locale, names, texts).Of(slot, input),
            "sort" => Sort(),
            "limit" => [Number("limit", query.Limit, "Chip.Limit.Hint"), new ChipField.Tick("others", texts["Chip.Others"], query.Others == true)],
            "series_limit" => [Number("series_limit", query.SeriesLimit, "Chip.SeriesLimit.Hint"), new ChipField.Tick("others", texts["Chip.Others"], query.Others == true)],
            "compare" => [One("compare", ChipWords.Of, Enum.GetValues<CompareTo>(), query.Compare?.To)],
            "stack" => [One("stack", ChipWords.Of, Enum.GetValues<Stack>(), query.Stack ?? shape.Stack)],
            "target" => [Number("target", query.Target, null)],
            "anomalies" => [new ChipField.Tick("anomalies", texts["Chip.Anomalies"], query.Anomalies == true) { Hint = texts["Chip.Anomalies.Hint"] }],
            "forecast" => [Number("forecast", query.Forecast?.Periods, "Chip.Forecast.Hint")],
            _ => null,
        };
        if (fields is null) return null;
        var remove = $"remove {slot}";
        var removable = !slot.IsNew && QueryChange.Apply(query, remove) is { } without && Fault(without) is null;
        return new ChipForm(turn.Id, turn.ConversationId, slot.ToString(), Heading(slot), fields, removable ? remove : null, faults);
    }

    /// <summary>The parts that this chart could have besides those it has.</summary>
    public IReadOnlyList<(string Slot, string Text)> More()
    {
        List<string> slots = ["/filters/+"];
        if (query.Measures.Count < shape.MaxMeasures) slots.Add("/measures/+");
        if (shape.Requires.Concat(shape.Permits).Any(role => shape.Repeats.Contains(role) || !query.Dimensions.Any(d => d.Role == role))) slots.Add("/dimensions/+");
        if (query.Sort is null && query.Dimensions.Count > 0) slots.Add("/sort");
        if (query.Limit is null && query.Dimensions.Count > 0) slots.Add("/limit");
        if (query.SeriesLimit is null && query.Series is not null) slots.Add("/series_limit");
        if (query.Compare is null && shape.Compares) slots.Add("/compare");
        if (query.Stack is null && shape.Stacks && query.Series is not null) slots.Add("/stack");
        if (query.Target is null && query.ChartType is ChartType.Line or ChartType.Bar or ChartType.Column or ChartType.Area or ChartType.Gauge or ChartType.BigNumber) slots.Add("/target");
        return [.. slots.Select(slot => (slot, texts["Chip.Add." + slot.Split('/')[1]].Value))];
    }

    private string Heading(ChipSlot slot) => slot.IsNew ? texts["Chip.Add." + slot.Part].Value.TrimEnd('…') : texts["Chip.Of." + slot.Part];

    private ChipField Datasets() => new ChipField.OneOf("dataset", texts["Chip.Of.dataset"], [.. reader.Catalog.Contracts.OrderBy(one => one.TitleIn(reader.Locale), StringComparer.CurrentCulture)
        .Select(one => new ChipOption(one.Key, one.TitleIn(reader.Locale), Hint: one.Descriptions.GetValueOrDefault(reader.Locale)))], query.Dataset);

    /// <summary>All kinds; beside those that cannot show these figures stands why.</summary>
    private ChipField Kinds() => new ChipField.OneOf("chart_type", texts["Chip.Of.chart_type"], [.. templates.All.Select(template => template.Shape.ChartType).Distinct()
        .Select(type => (Type: type, Word: ChipWords.Of(type)))
        .Select(kind => (kind.Type, kind.Word, Why: kind.Type == query.ChartType ? null : Fault(QueryChange.Apply(query, "chart " + kind.Word)!)))
        .OrderBy(kind => kind.Why is not null)
        .Select(kind => new ChipOption(kind.Word, Wording.ChartName(kind.Type, reader.Locale), Hint: kind.Why, Off: kind.Why is not null))], ChipWords.Of(query.ChartType));

    private IReadOnlyList<ChipField> Sort()
    {
        List<ChipOption> by = [];
        if (query.X is { } x) by.Add(new ChipOption("x", names.Group(x)));
        by.AddRange(query.Dimensions.Where(d => d != query.X).Select(d => new ChipOption(d.Field, names.Group(d))));
        if (query.Measures.Count > 0) by.Add(new ChipOption("y", names.Measure(query.Measures[0])));
        by.AddRange(query.Measures.Skip(1).Where(m => m.Field is not null && m.Aggregate != Aggregates.None).Select(m => new ChipOption($"{m.Aggregate}:{m.Field}", names.Measure(m))));
        var now = query.Sort is { By: { Aggregate: { } aggregate } of } ? $"{aggregate}:{of.Field}" : query.Sort?.By.Field;
        if (now is not null && !by.Exists(option => option.Value == now)) by.Add(new ChipOption(now, Wording.SortTarget(query, query.Sort!, names)));
        return
        [
            new ChipField.Choice("by", texts["Chip.Sort.By"], by, now ?? (query.Measures.Count > 0 ? "y" : "x")),
            One("order", ChipWords.Of, Enum.GetValues<SortOrder>(), query.Sort?.Order ?? SortOrder.Desc),
        ];
    }

    private ChipField One<T>(string name, Func<T, string> word, IEnumerable<T> all, T? now) where T : struct, Enum =>
        new ChipField.OneOf(name, texts["Chip.Of." + name], [.. all.Select(one => new ChipOption(word(one), texts[$"Chip.{name}.{word(one)}"]))], now is { } chosen ? word(chosen) : word(all.First()));

    private ChipField Number(string name, decimal? now, string? hint) =>
        new ChipField.Typed(name, texts["Chip.Of." + name], now?.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture), Number: true) { Hint = hint is null ? null : texts[hint].Value };

    /// <summary>Why a query cannot be drawn; null when it can.</summary>
    private string? Fault(ChartQuery changed) => gate.Check(changed, reader.Catalog, reader.Calendar, reader.Today) switch
    {
        CheckOutcome.Faulty { Faults: [{ Code: "role_not_for_chart" }, ..] } => texts["Chip.Kind.Role"],
        CheckOutcome.Faulty faulty => faulty.Faults[0].MessageIn(reader.Locale),
        _ => null,
    };
}
