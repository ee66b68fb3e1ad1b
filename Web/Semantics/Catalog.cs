namespace Web.Semantics;

/// <summary>Where a dataset's rows are. Written by our own code only; nothing in it ever comes from a request.</summary>
public sealed record DatasetSource
{
    /// <summary>The base table and its alias, for instance <c>deals d</c>.</summary>
    public required string From { get; init; }
    /// <summary>The column that carries the tenant, for instance <c>d.tenant_id</c>.</summary>
    public required string TenantColumn { get; init; }
    /// <summary>
    /// A mark of the rows that are there: as long as it is the same, the same statement gives the same rows. Null where rows may change
    /// without it.
    /// </summary>
    public string? Edition { get; init; }
    /// <summary>What tells one row from all others and never moves, and its type; null: the place where the row stands.</summary>
    public (string Sql, string Type)? RowKey { get; init; }
    /// <summary>A condition that always holds, for instance <c>d.deleted_at is null</c>.</summary>
    public string? Where { get; init; }
    /// <summary>Joins by alias, each with the aliases it stands on; only those a query needs are written.</summary>
    public IReadOnlyDictionary<string, SourceJoin> Joins { get; init; } = new Dictionary<string, SourceJoin>();
    /// <summary>The SQL of each column by its contract name.</summary>
    public required IReadOnlyDictionary<string, SourceColumn> Columns { get; init; }
    /// <summary>What relations stand on and no reader sees, by name: ids of our own.</summary>
    public IReadOnlyDictionary<string, SourceColumn> Keys { get; init; } = new Dictionary<string, SourceColumn>();

    /// <summary>A column or a key; null: there is none.</summary>
    public SourceColumn? Find(string name) => Columns.GetValueOrDefault(name) ?? Keys.GetValueOrDefault(name);
}

/// <summary>A join clause and the aliases that must be written before it.</summary>
public sealed record SourceJoin(string Sql, params IReadOnlyList<string> After)
{
    /// <summary>Rows of another dataset; the clause is then written for the query's reader.</summary>
    public RelatedRows? Related { get; init; }
}

/// <summary>
/// The SQL of one column. A money column is an integer in minor units and names its currency's column.
/// <see cref="Today"/> marks an expression that uses the parameter <c>@today</c>. <see cref="OrderSql"/> gives the values an order of
/// their own (a stage's place in its pipeline).
/// </summary>
public sealed record SourceColumn(string Sql, string? Join = null, string? CurrencySql = null, bool Today = false, string? OrderSql = null)
{
    /// <summary>Where its values are found by name, when they are too many to list.</summary>
    public NameSource? Names { get; init; }
}

/// <summary>Names with a stored key of their letters and digits (<c>app.name_key</c>), by which an index finds them.</summary>
/// <param name="From">The table and its alias, <c>app.accounts n</c>.</param>
/// <param name="Where">A condition that always holds.</param>
public sealed record NameSource(string From, string TenantColumn, string Sql, string KeySql, string Where);

/// <summary>A contract with the place where its rows are.</summary>
public sealed record Dataset(DatasetContract Contract, DatasetSource Source)
{
    /// <summary>Conditions on rows that always hold for this reader, whatever the query says; they may use hidden columns.</summary>
    public IReadOnlyList<ChartFilter> RowFilters { get; init; } = [];

    /// <summary>Whether people brought it and may give it other names; the product's own stay as they are.</summary>
    public bool Uploaded { get; init; }

    /// <summary>The row filters here and in the related datasets.</summary>
    public IEnumerable<ChartFilter> EveryRowFilter => RowFilters.Concat(Source.Joins.Values.SelectMany(join => join.Related?.Dataset.RowFilters ?? []));
}

/// <summary>
/// The datasets that one person of one tenant may use. What is not in here does not exist for that person:
/// absent, another tenant's and forbidden datasets cannot be told apart.
/// </summary>
public sealed class Catalog(IEnumerable<Dataset> datasets)
{
    private readonly Dictionary<string, Dataset> byKey = datasets.ToDictionary(d => d.Contract.Key, StringComparer.Ordinal);

    public IReadOnlyCollection<Dataset> Datasets => byKey.Values;

    public IEnumerable<DatasetContract> Contracts => byKey.Values.Select(d => d.Contract);

    /// <summary>What was looked up for the words of a request; nothing where there were none.</summary>
    public IReadOnlyList<FoundValue> Found { get; init; } = [];

    public Dataset? Find(string key) => byKey.GetValueOrDefault(key);
}
