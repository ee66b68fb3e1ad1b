using Web.Semantics;

namespace Web.Language;

/// <summary>"electricity generation", "co2 emissions": what is done with so many megawatt hours, and what comes out of a gas, says nothing new where the column itself says nothing else.</summary>
internal static class FlowNouns
{
    private static readonly HashSet<string> Flows = new(StringComparer.Ordinal)
    {
        "generation", "production", "consumption", "usage", "use", "output", "発電", "生産", "消費", "使用", "発電量", "生産量", "消費量", "使用量",
    };

    private static readonly HashSet<string> Uses = new(StringComparer.Ordinal) { "消費", "使用", "消費量", "使用量" };
    private static readonly HashSet<string> Emissions = new(StringComparer.Ordinal) { "emission", "emissions", "排出", "排出量" };
    private static readonly HashSet<string> Gases = new(StringComparer.Ordinal) { "co2", "co2e", "ghg", "carbon", "ch4", "methane", "n2o", "nox", "sox", "no2", "so2" };
    private static readonly HashSet<string> Energy = new(StringComparer.OrdinalIgnoreCase) { "wh", "kwh", "mwh", "gwh", "twh", "mj", "gj", "tj", "千kwh" };

    public static bool Join(Unknowns unknowns, int i)
    {
        var emitted = Emissions.Contains(unknowns.Written(i));
        if (!emitted && !Flows.Contains(unknowns.Written(i))) return false;
        var last = i + 1 < unknowns.Count && unknowns.Written(i + 1) is "量" && unknowns.First(i + 1).Glued ? i + 1 : i;
        if (i > 0 && unknowns.First(i).IsJapanese == unknowns.First(i - 1).IsJapanese | unknowns.First(i).Glued && Before(unknowns, i) is { } column && Fits(column, emitted))
            return unknowns.Guess(i - 1, last, [new FieldMeaning(column, 0.85, Written: unknowns.Written(i - 1, last))]);
        // 燃料使用量 of litres
        if (i > 0 && Uses.Contains(unknowns.Written(i)) && unknowns.First(i).Glued && Before(unknowns, i) is { Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum, Unit: "L" or "l" or "kl" or "KL" } fuel && !SaysOtherwise(fuel))
            return unknowns.Guess(i - 1, last, [new FieldMeaning(fuel, 0.85, Written: unknowns.Written(i - 1, last))]);
        return emitted && Only(unknowns) is { } gas && unknowns.Guess(i, last, [new FieldMeaning(gas, 0.8, Written: unknowns.Written(i, last))]);
    }

    private static Column? Before(Unknowns unknowns, int i) =>
        unknowns[i - 1].Meanings.OfType<FieldMeaning>().Where(f => f is { Weak: false, Quality: >= 0.75 }).Select(f => f.Column).Distinct().ToList() is [var only] ? only : null;

    private static bool Fits(Column column, bool emitted) =>
        column is { Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum } && (emitted ? IsGas(column) : column.Unit is { } unit && Energy.Contains(unit) && !SaysOtherwise(column));

    /// <summary>"total emissions" where one gas alone is kept in tonnes.</summary>
    private static Column? Only(Unknowns unknowns) =>
        unknowns.Lexicon.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum } && IsGas(c)).ToList() is [{ Unit: not null } only] ? only : null;

    private static bool IsGas(Column column) => column.Unit is not ("ppm" or "ppb" or "µg/m3" or "µg/m³" or "ug/m3") && ColumnForms.NamesOf(column).Any(name => string.Concat(name.Select(t => t.Raw)) is var whole && Gases.Any(gas => whole.StartsWith(gas, StringComparison.Ordinal)));

    private static bool SaysOtherwise(Column column) =>
        ColumnForms.NamesOf(column).Any(name => name.Any(t => Flows.Contains(t.Raw))) || Flows.Any(flow => flow[0] > 0x2E7F && (column.SourceName ?? column.Name).Contains(flow, StringComparison.Ordinal));
}
