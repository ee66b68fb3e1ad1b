using Microsoft.Extensions.Localization;
using Web.Language;
using Web.Semantics;
using Web.Semantics.Checking;

namespace Web.Insights.Assistant.Chips;

/// <summary>What can be counted or added up: rows, the dataset's own figures, columns with the aggregates that their role takes.</summary>
internal sealed class MeasureFields(ChartQuery query, DatasetContract contract, ChartShape shape, Names names, IStringLocalizer<AnswerTexts> texts)
{
    public IReadOnlyList<ChipField>? Of(ChipSlot slot, ChipInput input)
    {
        var now = slot.In(query.Measures);
        if (now is null && !slot.IsNew) return null;
        var subjects = Subjects();
        var subject = input.One("subject") ?? (now is null ? subjects[0].Value : SubjectOf(now));
        List<ChipField> fields = [new ChipField.Choice("subject", texts["Chip.Of.measures"], subjects, subject, Decides: true)];
        if (subject.StartsWith(ChipWords.Column, StringComparison.Ordinal) && contract.Find(subject[ChipWords.Column.Length..]) is { } column)
        {
            var aggregates = AggregatesOf(column);
            var chosen = input.One("aggregate") ?? (now?.Field == column.Name ? now.Aggregate : null);
            var usual = aggregates.Contains(column.DefaultAggregate ?? "") ? column.DefaultAggregate : aggregates[0];
            fields.Add(new ChipField.Choice("aggregate", texts["Chip.Aggregate"], [.. aggregates.Select(one => new ChipOption(one, names.Measure(new ChartMeasure(column.Name, one))))], aggregates.Contains(chosen ?? "") ? chosen : usual));
        }
        if (shape.Transforms)
            fields.Add(new ChipField.Choice("transform", texts["Chip.Transform"],
                [new("", texts["Chip.Transform.none"]), .. Enum.GetValues<Transform>().Select(one => new ChipOption(ChipWords.Of(one), texts["Chip.Transform." + ChipWords.Of(one)]))],
                input.Has("transform") ? input.One("transform") : now?.Transform is { } transform ? ChipWords.Of(transform) : ""));
        return fields;
    }

    private List<ChipOption> Subjects() =>
    [
        new(ChipWords.Rows, names.Measure(new ChartMeasure(null, Aggregates.Count))),
        .. contract.Measures.Select(named => new ChipOption(ChipWords.Named + named.Name, names.Measure(new ChartMeasure(null, named.Name)), texts["Chip.Group.Named"])),
        .. contract.Columns.Where(column => !column.Hidden).OrderBy(column => column.Role != ColumnRole.Measure)
            .Select(column => new ChipOption(ChipWords.Column + column.Name, names.Column(column), texts[column.Role == ColumnRole.Measure ? "Chip.Group.Figures" : "Chip.Group.Columns"])),
    ];

    private string SubjectOf(ChartMeasure measure) => measure switch
    {
        { Field: { } field } => ChipWords.Column + (contract.Find(field)?.Name ?? field),
        { Aggregate: Aggregates.Count } => ChipWords.Rows,
        _ => ChipWords.Named + measure.Aggregate,
    };

    private List<string> AggregatesOf(Column column) =>
        [.. Aggregates.All.Where(one => (one != Aggregates.None || shape.Raw) && MeasureCheck.Fits(column, one))];
}
