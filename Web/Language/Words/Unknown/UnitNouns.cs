using Web.Semantics;

namespace Web.Language;

/// <summary>"tonnes by month", "litres per farm", 何キロ: the one figure that is measured so.</summary>
internal static class UnitNouns
{
    private static readonly Dictionary<string, string[]> Nouns = new(StringComparer.Ordinal)
    {
        ["tonnage"] = ["t", "トン", "kg"],
        ["tonnes"] = ["t", "トン"], ["tons"] = ["t", "トン"], ["kilos"] = ["kg"], ["kilograms"] = ["kg"], ["kilogrammes"] = ["kg"], ["litres"] = ["l", "L"], ["liters"] = ["l", "L"], ["hectares"] = ["ha"], ["acres"] = ["acres"],
        ["きろ"] = ["kg", "km"], ["きろぐらむ"] = ["kg"], ["とん"] = ["t", "トン", "kg"], ["りっとる"] = ["l", "L", "リットル"], ["へくたーる"] = ["ha"], ["きろめーとる"] = ["km"],
        ["kilometres"] = ["km"], ["kilometers"] = ["km"], ["miles"] = ["mi", "mile", "miles"], ["metres"] = ["m"], ["meters"] = ["m"], ["pounds"] = ["lb", "lbs"], ["gallons"] = ["gal"], ["millimetres"] = ["mm"], ["millimeters"] = ["mm"],
    };

    /// <summary>容量(kW), "how many kW": the one figure in that unit, whatever it is called.</summary>
    private static bool NameByUnit(Unknowns unknowns, int i)
    {
        var bracketed = i + 3 < unknowns.Count && unknowns.Written(i + 1) is "(" && unknowns.Written(i + 3) is ")";
        if (!bracketed && !(i > 0 && unknowns.Means(i - 1, m => m is WordMeaning { Word.Kind: WordKind.Count }))) return false;
        var unit = unknowns.Written(bracketed ? i + 2 : i);
        List<Column> measured = [.. unknowns.Lexicon.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, Unit: { } own } && string.Equals(own, unit, StringComparison.OrdinalIgnoreCase))];
        return measured is [var only] && unknowns.Guess(i, bracketed ? i + 3 : i, [new FieldMeaning(only, 0.8, Written: unknowns.Written(i))]);
    }

    /// <summary>最長は何キロ: in what it is measured, and no column tells.</summary>
    private static bool IsAsked(Unknowns unknowns, int i) =>
        i > 0 && AreUnits(unknowns.Written(i)) && unknowns.Written(i - 1) is "何" && ColumnOf(unknowns.Lexicon.Contract, unknowns.Written(i)) is null && unknowns.Guess(i, i, [new WordMeaning(new Word(WordKind.Filler, ""))]);

    public static bool Name(Unknowns unknowns, int i) =>
        NameByUnit(unknowns, i) || NameByKind(unknowns, i) || IsAsked(unknowns, i) ||
        ColumnOf(unknowns.Lexicon.Contract, unknowns.Written(i)) is { } measured && !unknowns.Means(i - 1, m => m is NumberMeaning)
        && unknowns.Guess(i, i, [new FieldMeaning(measured, 0.8, Written: unknowns.Written(i))]);

    /// <summary>距離 of a km_driven: a word for what is measured, and the one figure that is measured so.</summary>
    private static readonly Dictionary<string, string> Measured = new(StringComparer.Ordinal)
    {
        ["distance"] = "length", ["距離"] = "length", ["走行距離"] = "length", ["移動距離"] = "length", ["重量"] = "mass", ["重さ"] = "mass", ["weight"] = "mass", ["temperature"] = "temperature", ["温度"] = "temperature", ["気温"] = "temperature",
        ["area"] = "area", ["面積"] = "area", ["広さ"] = "area", ["speed"] = "speed", ["速度"] = "speed", ["速さ"] = "speed",
    };

    private static bool NameByKind(Unknowns unknowns, int i) =>
        Measured.TryGetValue(unknowns.Written(i), out var kind)
        && unknowns.Lexicon.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && Units.KindOf(c) == kind && (kind is not ("length" or "mass") || Units.IsLarge(c))).ToList() is [var only] && unknowns.Guess(i, i, [new FieldMeaning(only, 0.8, Written: unknowns.Written(i))]);

    public static bool AreUnits(string noun) => Nouns.ContainsKey(noun);

    public static Column? ColumnOf(DatasetContract contract, string noun)
    {
        if (!Nouns.TryGetValue(noun, out var units)) return null;
        List<Column> measured = [.. contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, Unit: { } unit } && units.Contains(unit, StringComparer.OrdinalIgnoreCase))];
        return measured.FindAll(column => Provisional.WordOf(column, measured) is null) is [var only] ? only : null;
    }
}
