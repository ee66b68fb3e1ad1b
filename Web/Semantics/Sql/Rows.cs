using System.Collections.Immutable;

namespace Web.Semantics.Sql;

/// <summary>The dataset's rows as one select reads them: it remembers which joins were needed.</summary>
internal sealed class Rows(CheckedQuery query, Parameters parameters)
{
    private readonly DatasetSource source = query.Dataset.Source;
    private readonly List<string> needed = [];
    private readonly Dictionary<string, RelatedSql> related = [];

    public Parameters Parameters => parameters;

    public Web.Kernel.Calendar Calendar => query.Calendar;

    public string From => source.From;

    /// <summary>The joins asked for so far, each after those it stands on.</summary>
    public ImmutableArray<string> Joins => [.. needed.Select(alias => source.Joins[alias] is { Related: { } other } ? related[alias].Write(Stored(other.Own)) : source.Joins[alias].Sql)];

    /// <summary>The column's SQL, as stored: money in minor units, a timestamp as an instant.</summary>
    public string Stored(Column column)
    {
        if (column.Related is { Column: var asked } && source.Columns[column.Name].Join is { } join) Related(join).Ask(asked);
        return Stored(column.Name);
    }

    /// <summary>The same of a column, or of a key that is none.</summary>
    public string Stored(string name)
    {
        var found = source.Find(name) ?? throw new InvalidOperationException($"{query.Dataset.Contract.Key} has no {name}.");
        if (found.Join is not null) Need(found.Join);
        if (found.Today) parameters.Today();
        return found.Sql;
    }

    /// <summary>The column's SQL in the unit that people see.</summary>
    public string Shown(Column column) =>
        column.Type == ColumnType.Money ? MoneySql.Major(Stored(column), column, source.Columns[column.Name]) : Stored(column);

    /// <summary>The SQL of the currency of each row of a money column.</summary>
    public string Currency(Column column)
    {
        Stored(column);
        return source.Columns[column.Name].CurrencySql
            ?? throw new InvalidOperationException($"{query.Dataset.Contract.Key}.{column.Name} mixes currencies and has no currency column.");
    }

    /// <summary>The tenant, the source's own condition, then the given ones.</summary>
    public ImmutableArray<string> Where(IEnumerable<Condition> conditions)
    {
        var where = ImmutableArray.CreateBuilder<string>();
        where.Add($"{source.TenantColumn} = @tenant");
        if (source.Where is not null) where.Add(source.Where);
        foreach (var condition in conditions) where.Add(ConditionSql.Write(condition, this));
        return where.ToImmutable();
    }

    private RelatedSql Related(string alias)
    {
        if (!related.TryGetValue(alias, out var one)) related[alias] = one = new RelatedSql(query, source.Joins[alias].Related!, alias, parameters);
        return one;
    }

    private void Need(string alias)
    {
        if (needed.Contains(alias)) return;
        foreach (var earlier in source.Joins[alias].After) Need(earlier);
        needed.Add(alias);
    }
}
