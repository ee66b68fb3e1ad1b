using System.Runtime.CompilerServices;

namespace Web.Semantics;

/// <summary>Puts the columns of related datasets beside a dataset's own. What its reader may not use, and what is hidden there, is not among them.</summary>
public static class Relations
{
    private static readonly ConditionalWeakTable<Dataset, Joined> Known = [];

    /// <param name="find">The datasets of the same reader by their keys, as they are without relations.</param>
    /// <returns>The same object for the same datasets, so that what is built from a contract can be kept with it.</returns>
    public static Dataset Join(Dataset dataset, Func<string, Dataset?> find)
    {
        if (dataset.Contract.Relations.Count == 0) return dataset;
        List<(Relation Relation, Dataset Other)> standing = [.. dataset.Contract.Relations.Select(relation => (relation, find(relation.Dataset)!)).Where(pair => pair.Item2 is not null && Stands(pair.relation, dataset, pair.Item2))];
        if (Known.TryGetValue(dataset, out var known) && known.Others.Count == standing.Count && known.Others.Zip(standing).All(pair => ReferenceEquals(pair.First, pair.Second.Other))) return known.Dataset;
        var joined = new Joined([.. standing.Select(pair => pair.Other)], Join(dataset, standing));
        Known.AddOrUpdate(dataset, joined);
        return joined.Dataset;
    }

    /// <summary>Whether values of one column can name values of the other.</summary>
    public static bool Fit(ColumnType own, ColumnType key) =>
        own == key || (own is ColumnType.Integer or ColumnType.Number && key is ColumnType.Integer or ColumnType.Number);

    private static bool Stands(Relation relation, Dataset dataset, Dataset other) =>
        (TypeOf(dataset, relation.Column), TypeOf(other, relation.Key)) switch
        {
            ({ } own, { } key) => Fit(own, key),
            (null, null) => dataset.Source.Keys.ContainsKey(relation.Column) && other.Source.Keys.ContainsKey(relation.Key),
            _ => false,
        };

    /// <summary>Null: no column, perhaps a key that only the product itself knows.</summary>
    private static ColumnType? TypeOf(Dataset dataset, string column) => dataset.Contract.Columns.FirstOrDefault(one => one.Name == column)?.Type;

    private static Dataset Join(Dataset dataset, List<(Relation Relation, Dataset Other)> standing)
    {
        var columns = dataset.Contract.Columns.ToList();
        var (sources, joins) = (new Dictionary<string, SourceColumn>(dataset.Source.Columns), new Dictionary<string, SourceJoin>(dataset.Source.Joins));
        foreach (var (relation, other) in standing)
        {
            var alias = "r_" + relation.Name;
            IReadOnlyList<string> after = dataset.Source.Find(relation.Column)!.Join is { } join ? [join] : [];
            joins[alias] = new SourceJoin("", after) { Related = new RelatedRows(other, relation.Column, relation.Key) };
            for (var i = 0; i < other.Contract.Columns.Count; i++)
            {
                var column = other.Contract.Columns[i];
                if (column.Hidden || column.Name == relation.Key) continue;
                var mine = Beside(relation, other, column);
                columns.Add(mine);
                var place = FormattableString.Invariant($"{alias}.c{i + 1}");
                sources[mine.Name] = new SourceColumn(place, alias, column is { Type: ColumnType.Money, Currency: null } ? place + "_currency" : null);
            }
        }
        IEnumerable<string?> editions = [dataset.Source.Edition, .. standing.Select(pair => pair.Other.Source.Edition)];
        return dataset with
        {
            Contract = dataset.Contract with { Columns = columns, Relations = [.. standing.Select(pair => pair.Relation)] },
            Source = dataset.Source with { Columns = sources, Joins = joins, Edition = editions.Contains(null) ? null : string.Join(' ', editions) },
        };
    }

    /// <summary>A figure of the one would be counted once for each of the many, so here it tells them apart and is not added up.</summary>
    private static Column Beside(Relation relation, Dataset other, Column column)
    {
        string Title(string locale) => $"{relation.Titles.GetValueOrDefault(locale) ?? relation.Titles.GetValueOrDefault("en") ?? other.Contract.TitleIn(locale)} › {column.TitleIn(locale)}";
        return column with
        {
            Name = $"{relation.Name}.{column.Name}",
            SourceName = null,
            Titles = new Dictionary<string, string> { ["en"] = Title("en"), ["ja"] = Title("ja") },
            Role = column.Role == ColumnRole.Time ? ColumnRole.Time : ColumnRole.Dimension,
            DefaultAggregate = null,
            Synonyms = [],
            Ordered = false,
            Related = new RelatedColumn(relation.Name, relation.Titles.Count > 0 ? relation.Titles : other.Contract.Titles, column, other.RowFilters.Count > 0),
        };
    }

    private sealed record Joined(IReadOnlyList<Dataset> Others, Dataset Dataset);
}
