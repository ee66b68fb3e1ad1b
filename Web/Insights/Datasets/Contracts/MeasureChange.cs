using System.Text.Json;
using System.Text.RegularExpressions;
using Web.Semantics;
using Web.Semantics.Expressions;
using Calendar = Web.Kernel.Calendar;
using Fault = Web.Kernel.Fault;

namespace Web.Insights.Datasets.Contracts;

/// <summary>Applies what somebody wrote of a dataset's named measures: the whole list, in its order.</summary>
internal sealed partial class MeasureChange(List<Fault> faults)
{
    public const int Most = 50;
    private readonly List<(NamedMeasure Measure, string Pointer)> written = [];
    private IReadOnlyList<NamedMeasure> stored = [];

    public void Read(JsonElement sent, IReadOnlyList<NamedMeasure> before)
    {
        stored = before;
        if (sent.ValueKind == JsonValueKind.Null) return;
        if (sent.ValueKind != JsonValueKind.Array) faults.Add(new Fault("/measures", "wrong_type"));
        else if (sent.GetArrayLength() > Most) faults.Add(new Fault("/measures", "too_many", Most));
        else
            foreach (var (one, i) in sent.EnumerateArray().Select((one, i) => (one, i))) Read(one, $"/measures/{i}", before);
    }

    /// <summary>The list, each definition worked out against the columns as they are now. One that nobody touched may have lost its columns since: it waits for them.</summary>
    public IReadOnlyList<NamedMeasure> Against(DatasetContract contract, Calendar calendar, DateOnly today)
    {
        List<NamedMeasure> measures = [];
        foreach (var (measure, pointer) in written)
        {
            if (MeasureExpression.Read(measure.Expression, contract, calendar, today, out var fault) is { } expression)
                measures.Add(Settled(measure, expression));
            else if (stored.Any(old => old.Name == measure.Name && old.Expression == measure.Expression && old.Expression.Length > 0)) measures.Add(measure);
            else faults.Add(new Fault($"{pointer}/expression", fault!.Code) { Message = fault.MessageIn(Ui.Locales.Current) });
            if (contract.Columns.Any(column => column.Name == measure.Name)) faults.Add(new Fault($"{pointer}/name", "measure_name_taken", measure.Name));
        }
        return measures;
    }

    /// <summary>The measures that still hold, as readers have them; one whose columns are gone or hidden is not offered.</summary>
    public static IReadOnlyList<NamedMeasure> Standing(DatasetContract contract)
    {
        if (contract.Measures.Count == 0) return contract.Measures;
        var calendar = new Calendar(TimeZoneInfo.Utc, 1);
        return [.. contract.Measures.Select(measure => MeasureExpression.Read(measure.Expression, contract, calendar, DateOnly.MinValue, out _) is { } expression ? Settled(measure, expression) : null).OfType<NamedMeasure>()];
    }

    private static NamedMeasure Settled(NamedMeasure measure, MeasureExpression expression) =>
        measure with { Type = expression.Type, Currency = expression.Currency, Unit = expression.Currency is null ? measure.Unit ?? expression.Unit : null };

    private void Read(JsonElement sent, string pointer, IReadOnlyList<NamedMeasure> before)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new Fault(pointer, "wrong_type"));
            return;
        }
        var name = sent.TryGetProperty("name", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString()! : "";
        var old = before.FirstOrDefault(one => one.Name == name);
        var measure = new NamedMeasure { Name = name, Titles = old?.Titles ?? new Dictionary<string, string>(), Expression = old?.Expression ?? "", Unit = old?.Unit, Synonyms = old?.Synonyms ?? [] };
        foreach (var part in sent.EnumerateObject())
        {
            var read = new JsonPart(part.Value, $"{pointer}/{part.Name}", faults);
            switch (part.Name)
            {
                case "name" or "type" or "currency": break;
                case "title": measure = measure with { Titles = read.Titles(measure.Titles, 200, required: true) }; break;
                case "expression": measure = measure with { Expression = read.Text(1000) ?? "" }; break;
                case "unit": measure = measure with { Unit = read.Text(30) }; break;
                case "synonyms": measure = measure with { Synonyms = read.Texts(measure.Synonyms) }; break;
                default: faults.Add(new Fault($"{pointer}/{part.Name}", "unknown_field")); break;
            }
        }
        if (name.Length == 0) faults.Add(new Fault($"{pointer}/name", "required"));
        else if (!Identifier().IsMatch(name)) faults.Add(new Fault($"{pointer}/name", "measure_name_invalid"));
        else if (MeasureExpression.IsReserved(name) || written.Exists(one => one.Measure.Name == name)) faults.Add(new Fault($"{pointer}/name", "measure_name_taken", name));
        if (measure.Titles.Count == 0) measure = measure with { Titles = new Dictionary<string, string> { ["en"] = name.Replace('_', ' ') } };
        written.Add((measure, pointer));
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}\\z", RegexOptions.None, 1000)]
    private static partial Regex Identifier();
}
