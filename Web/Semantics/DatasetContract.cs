using System.Text.Json.Serialization;

namespace Web.Semantics;

/// <summary>What a column holds.</summary>
public enum ColumnType { Text, Integer, Number, Boolean, Date, Timestamp, Money }

/// <summary>What a column is for; decided before its type (an integer year is time or category, never a sum).</summary>
public enum ColumnRole { Time, Dimension, Measure, Identity }

/// <summary>
/// One column of a dataset as people know it. <see cref="Name"/> is the unique identifier used in a query,
/// <see cref="SourceName"/> the header it came with; titles and synonyms may be in any language.
/// </summary>
public sealed record Column
{
    public required string Name { get; init; }
    public string? SourceName { get; init; }
    /// <summary>The title by language (<c>en</c>, <c>ja</c>); a language without one falls back to <c>en</c>, then to <see cref="Name"/>.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
    public required ColumnType Type { get; init; }
    public required ColumnRole Role { get; init; }
    /// <summary>A unit to show after the number, for instance <c>%</c> or <c>days</c>.</summary>
    public string? Unit { get; init; }
    /// <summary>ISO 4217 code of a money column; null where the column mixes currencies.</summary>
    public string? Currency { get; init; }
    /// <summary>The aggregate meant when none is said; see <see cref="Aggregates"/>.</summary>
    public string? DefaultAggregate { get; init; }
    public IReadOnlyList<string> Synonyms { get; init; } = [];
    /// <summary>Every distinct value this reader may see of a text column, or null where they are not indexed.</summary>
    public IReadOnlyList<string>? Values { get; init; }
    /// <summary>There are too many values to list; every one of them is found where a request says its name (<see cref="FoundValue"/>).</summary>
    public bool LookedUp { get; init; }
    /// <summary>Whether <see cref="Values"/> stand in an order of their own: stages, sizes. Otherwise they are sorted.</summary>
    public bool Ordered { get; init; }
    /// <summary>Other words for a value: <c>won → 受注, closed won</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ValueSynonyms { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();
    /// <summary>Values as shown to people, by language and value (<c>ja → won → 受注</c>).</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ValueTitles { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();
    public bool Hidden { get; init; }

    public string TitleIn(string locale) =>
        Titles.TryGetValue(locale, out var own) ? own : Titles.TryGetValue("en", out var english) ? english : Name;

    [JsonIgnore] public bool IsNumeric => Type is ColumnType.Integer or ColumnType.Number or ColumnType.Money;
    [JsonIgnore] public bool IsTemporal => Type is ColumnType.Date or ColumnType.Timestamp;
}

/// <summary>
/// A dataset as a person may use it: its columns, its defaults, its words. It says nothing of tables or SQL
/// (see <see cref="DatasetSource"/>), so it may be shown, sent to a model or kept.
/// </summary>
public sealed record DatasetContract
{
    public required string Key { get; init; }
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Descriptions { get; init; } = new Dictionary<string, string>();
    /// <summary>Other words for the dataset or for what its rows are (<c>deals, opportunities, 案件, 商談</c>).</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];
    public required IReadOnlyList<Column> Columns { get; init; }
    /// <summary>Figures with a definition of their own (<c>win_rate</c>); a query names one as a measure's aggregate.</summary>
    public IReadOnlyList<NamedMeasure> Measures { get; init; } = [];
    /// <summary>The time column meant when a period is said without naming one.</summary>
    public string? DefaultTime { get; init; }
    /// <summary>Where a filter on another column changes the default time: <c>status = won → closed_on</c>.</summary>
    public IReadOnlyList<TimeChoice> TimeChoices { get; init; } = [];
    public Grain? DefaultGrain { get; init; }
    /// <summary>The measure column meant by "sales" or "how much" when none is named.</summary>
    public string? DefaultMeasure { get; init; }
    /// <summary>What one row is (<c>deals</c>, <c>people</c>), by language, for "how many …".</summary>
    public IReadOnlyDictionary<string, string> CountOf { get; init; } = new Dictionary<string, string>();
    public long? RowCount { get; init; }
    public DateTimeOffset? RefreshedAt { get; init; }
    public bool Certified { get; init; }

    public string TitleIn(string locale) =>
        Titles.TryGetValue(locale, out var own) ? own : Titles.TryGetValue("en", out var english) ? english : Key;

    /// <summary>The column called <paramref name="field"/> by name or source name, or null; hidden columns do not exist.</summary>
    public Column? Find(string field)
    {
        Column? bySource = null;
        foreach (var column in Columns)
        {
            if (column.Hidden) continue;
            if (column.Name == field) return column;
            if (column.SourceName == field) bySource ??= column;
        }
        return bySource;
    }

    public NamedMeasure? FindMeasure(string name) => Measures.FirstOrDefault(m => m.Name == name);
}

/// <summary>
/// A figure that the dataset defines itself, by an <see cref="Expression"/> over its columns: <c>sum(profit) / sum(sales)</c>
/// (see <see cref="Expressions.MeasureExpression"/>). A query names it as a measure's aggregate.
/// </summary>
public sealed record NamedMeasure
{
    public required string Name { get; init; }
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
    public required string Expression { get; init; }
    /// <summary>Number, Integer or Money; money in major units of <see cref="Currency"/>.</summary>
    public ColumnType Type { get; init; } = ColumnType.Number;
    /// <summary>The unit that somebody gave it, else the one that follows from its columns.</summary>
    public string? Unit { get; init; }
    public string? Currency { get; init; }
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public string TitleIn(string locale) =>
        Titles.TryGetValue(locale, out var own) ? own : Titles.TryGetValue("en", out var english) ? english : Name;
}

/// <summary>When <see cref="Field"/> is filtered to one of <see cref="Values"/>, <see cref="Time"/> is the default time.</summary>
public sealed record TimeChoice(string Field, IReadOnlyList<string> Values, string Time);

/// <summary>A value that a request may name, of a column whose values are looked up and not listed.</summary>
public sealed record FoundValue(string Dataset, string Column, string Value);
