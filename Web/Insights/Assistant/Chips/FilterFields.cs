using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Chips;

/// <summary>A condition's form: the operators of the column's kind, and values to type or to choose from those that this person may see.</summary>
internal sealed class FilterFields(ChartQuery query, DatasetContract contract, string locale, Names names, IStringLocalizer<AnswerTexts> texts)
{
    private const int MostShown = 40;

    /// <returns>Null where there is none.</returns>
    public IReadOnlyList<ChipField>? Of(ChipSlot slot, ChipInput input)
    {
        var now = slot.In(query.Filters);
        if (now is null && !slot.IsNew) return null;
        var parts = FilterParts.Of(now, input);
        var more = new ChipField.Further(FilterParts.More, texts["Chip.Filter.Or"]);
        if (parts is [var only]) return [.. One(only.Kept, only.Input, alone: true), .. only.Input.One("subject")?.StartsWith(ChipWords.Figure, StringComparison.Ordinal) == true ? Array.Empty<ChipField>() : [more]];
        List<ChipField> fields = [new ChipField.Told(FilterParts.Count, parts.Count.ToString(CultureInfo.InvariantCulture))];
        for (var i = 0; i < parts.Count; i++)
        {
            var prefix = FilterParts.Prefix(i);
            var drop = string.Create(CultureInfo.InvariantCulture, $"{FilterParts.Less}{i}");
            fields.Add(new ChipField.Part(drop, texts[i == 0 ? "Chip.Filter.First" : "Chip.Filter.Next"], [.. One(parts[i].Kept, parts[i].Input, alone: false).Select(field => field with { Prefix = prefix })], texts["Chip.Filter.Less", i + 1]));
        }
        if (parts.Count < FilterParts.Most) fields.Add(more);
        return fields;
    }

    private IReadOnlyList<ChipField> One(ChartFilter? now, ChipInput input, bool alone)
    {
        var subjects = Subjects(alone);
        var subject = input.One("subject") ?? (now is null ? subjects[0].Value : SubjectOf(now));
        if (!subjects.Exists(option => option.Value == subject)) subjects.Add(new ChipOption(subject, names.Measure(new ChartMeasure(now?.Field, now?.Aggregate ?? Aggregates.Count)), texts["Chip.Group.Grouped"]));
        var same = now is not null && SubjectOf(now) == subject ? now : null;
        var figure = subject.StartsWith(ChipWords.Figure, StringComparison.Ordinal);
        var column = figure ? null : contract.Find(subject);
        var ops = FilterForm.Ops(column, figure, FilterForm.IsPart(same?.Grain));
        var op = ChipWords.Read<FilterOp>(input.One("op")) ?? (same?.Op is { } old ? FilterForm.Asked(old, column) : ops[0]);
        if (!ops.Contains(op)) op = ops[0];
        var kept = same?.Op is { } before && FilterForm.Asked(before, column) == op ? same : null;
        return
        [
            new ChipField.Choice("subject", texts["Chip.Filter.Of"], subjects, subject, Decides: true),
            new ChipField.Choice("op", texts["Chip.Filter.How"], [.. ops.Select(one => new ChipOption(ChipWords.Of(one), texts["Chip.Op." + Word(one, column)]))], ChipWords.Of(op), Decides: true),
            .. Values(column, op, kept, input),
        ];
    }

    // A grouped figure cannot stand beside other conditions: rows are chosen before they are grouped.
    private List<ChipOption> Subjects(bool figures) =>
    [
        .. contract.Columns.Where(column => !column.Hidden).OrderBy(column => column.Role switch { ColumnRole.Dimension => 0, ColumnRole.Time => 1, ColumnRole.Measure => 2, _ => 3 })
            .Select(column => new ChipOption(column.Name, names.Column(column), texts["Chip.Role." + ChipWords.Of(column.Role)])),
        .. query.Measures.Where(measure => figures && measure.Aggregate != Aggregates.None && query.Dimensions.Count > 0)
            .Select(measure => new ChipOption(FigureOf(measure.Aggregate, measure.Field), names.Measure(measure with { Transform = null }), texts["Chip.Group.Grouped"])).DistinctBy(option => option.Value),
    ];

    private string SubjectOf(ChartFilter filter) => filter.Aggregate is { } aggregate ? FigureOf(aggregate, filter.Field) : contract.Find(filter.Field ?? "")?.Name ?? filter.Field ?? "";

    private static string FigureOf(string aggregate, string? field) => ChipWords.Figure + aggregate + (field is null ? "" : ":" + field);

    // "is" of a date and "from" of a date are other words than those of a number.
    private static string Word(FilterOp op, Column? column) => op.ToString() + (column is { IsTemporal: true } && op is (FilterOp.Equal or FilterOp.Less or FilterOp.LessOrEqual or FilterOp.Greater or FilterOp.GreaterOrEqual) ? ".Day" : "");

    private IEnumerable<ChipField> Values(Column? column, FilterOp op, ChartFilter? kept, ChipInput input) => (op, column) switch
    {
        (FilterOp.IsNull or FilterOp.NotNull, _) => [],
        (FilterOp.InPeriod, _) => Period(kept, input),
        (FilterOp.In or FilterOp.NotIn, { } text) => [Listed(text, kept, input)],
        (FilterOp.Between, _) =>
        [
            new ChipField.Typed("value", texts["Chip.Value.From"], input.One("value") ?? Text(Item(kept, 0)), Number: true) { Hint = UnitOf(column) },
            new ChipField.Typed("value_to", texts["Chip.Value.To"], input.One("value_to") ?? Text(Item(kept, 1)), Number: true),
        ],
        (_, { Type: ColumnType.Boolean }) => [new ChipField.Choice("value", texts["Chip.Value"], [new("true", names.Text("boolean.true")), new("false", names.Text("boolean.false"))], input.One("value") ?? Text(kept?.Value) ?? "true")],
        (_, { IsTemporal: true }) when !FilterForm.IsPart(kept?.Grain) => [new ChipField.Day("value", texts["Chip.Value.Day"], input.One("value") ?? Text(kept?.Value))],
        (_, { Type: ColumnType.Text }) => [new ChipField.Typed("value", texts["Chip.Value"], input.One("value") ?? Text(kept?.Value), Number: false)],
        _ => [new ChipField.Typed("value", texts["Chip.Value"], input.One("value") ?? Text(kept?.Value), Number: true) { Hint = UnitOf(column) }],
    };

    private static string? UnitOf(Column? column) => column?.Currency ?? column?.Unit;

    private List<ChipField> Period(ChartFilter? kept, ChipInput input)
    {
        var word = kept?.Value is { ValueKind: JsonValueKind.String } said ? said.GetString() : null;
        var chosen = input.One("period") ?? word ?? (kept is null ? FilterForm.Periods[6] : FilterForm.Range);
        List<ChipOption> options = [.. FilterForm.Periods.Select(one => new ChipOption(one, texts["Chip.Period." + one]))];
        if (word is not null && !options.Exists(option => option.Value == word)) options.Add(new ChipOption(word, names.FilterValue(kept!)));
        options.Add(new ChipOption(FilterForm.Range, texts["Chip.Period.range"]));
        List<ChipField> fields = [new ChipField.Choice("period", texts["Chip.Period"], options, chosen, Decides: true)];
        if (chosen != FilterForm.Range) return fields;
        string? End(string name) => kept?.Value is { ValueKind: JsonValueKind.Object } ends && ends.TryGetProperty(name, out var day) && day.ValueKind == JsonValueKind.String ? day.GetString() : null;
        fields.Add(new ChipField.Day("from", texts["Chip.Value.From"], input.One("from") ?? End("from")));
        fields.Add(new ChipField.Day("to", texts["Chip.Value.To"], input.One("to") ?? End("to")) { Hint = texts["Chip.Range.Hint"] });
        return fields;
    }

    /// <summary>What is chosen first, then what fits the words; where values are not known, they are typed.</summary>
    private ChipField.Values Listed(Column column, ChartFilter? kept, ChipInput input)
    {
        var chosen = input.Has("value") || input.Has("find") ? input.All("value") : kept?.Value switch
        {
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => item.ToString())],
            { } one => [one.ToString()],
            _ => [],
        };
        var find = input.One("find");
        string Title(string value) => column.ValueTitles.GetValueOrDefault(locale)?.GetValueOrDefault(value) ?? value;
        var wanted = find is null ? "" : Folded(find);
        var matching = (column.Values ?? []).Where(value => wanted.Length == 0 || Folded(Title(value)).Contains(wanted, StringComparison.Ordinal)
            || (column.ValueSynonyms.GetValueOrDefault(value)?.Any(other => Folded(other).Contains(wanted, StringComparison.Ordinal)) ?? false)).Where(value => !chosen.Contains(value)).ToList();
        List<ChipOption> options = [.. chosen.Select(value => new ChipOption(value, Title(value))), .. matching.Take(MostShown).Select(value => new ChipOption(value, Title(value)))];
        return new ChipField.Values("value", texts["Chip.Values"], options, chosen, find, column.LookedUp || column.Values is { Count: > 12 }, Math.Max(0, matching.Count - MostShown)) { Hint = column.Values is null ? texts["Chip.Values.Typed"].Value : null };
    }

    private static string Folded(string text) => text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();

    private static JsonElement? Item(ChartFilter? kept, int at) => kept?.Value is { ValueKind: JsonValueKind.Array } list && at < list.GetArrayLength() ? list[at] : null;

    private static string? Text(JsonElement? value) => value switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var figure) => figure.ToString("0.############", CultureInfo.InvariantCulture),
        { ValueKind: JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        { } text => text.ToString(),
    };
}
