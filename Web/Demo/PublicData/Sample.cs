using Web.Semantics;

namespace Web.Demo.PublicData;

/// <summary>A public dataset and how people call it and its columns.</summary>
internal sealed record Sample(string Key, string File, string En, string Ja, string DescriptionEn, string DescriptionJa, string RowsEn, string RowsJa)
{
    public IReadOnlyList<string> Synonyms { get; init; } = [];
    public IReadOnlyList<SampleColumn> Columns { get; init; } = [];
    public string? DefaultMeasure { get; init; }
    public string? DefaultTime { get; init; }
    public Grain? DefaultGrain { get; init; }

    /// <summary>The inferred contract with these words on it.</summary>
    public DatasetContract Dress(DatasetContract inferred) => inferred with
    {
        Titles = Words(En, Ja),
        Descriptions = Words(DescriptionEn, DescriptionJa),
        Synonyms = Synonyms,
        CountOf = Words(RowsEn, RowsJa),
        Certified = true,
        DefaultMeasure = DefaultMeasure ?? inferred.DefaultMeasure,
        DefaultTime = DefaultTime ?? inferred.DefaultTime,
        DefaultGrain = DefaultGrain ?? inferred.DefaultGrain,
        Columns = [.. inferred.Columns.Select(column => Columns.FirstOrDefault(one => one.Source == column.SourceName)?.Dress(column) ?? column)],
    };

    internal static Dictionary<string, string> Words(string en, string ja) => new() { ["en"] = en, ["ja"] = ja };
}

internal sealed record SampleColumn(string Source, string En, string Ja, params string[] Synonyms)
{
    public ColumnRole? Role { get; init; }
    public string? Unit { get; init; }
    public string? Aggregate { get; init; }
    public bool Hidden { get; init; }
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public Column Dress(Column column) => column with
    {
        Titles = Sample.Words(En, Ja),
        Synonyms = [.. column.Synonyms.Union(Synonyms)],
        Role = Role ?? column.Role,
        Unit = Unit ?? column.Unit,
        DefaultAggregate = Aggregate ?? column.DefaultAggregate,
        Hidden = Hidden,
        ValueSynonyms = Values.Count > 0 ? Values : column.ValueSynonyms,
    };
}
