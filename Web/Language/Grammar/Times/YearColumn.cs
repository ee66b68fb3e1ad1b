using Web.Semantics;

namespace Web.Language;

/// <summary>The year that the rows of a table are of, in a column of its own beside a date: season_year, year, 年度. When a thing was built or somebody was born is another matter.</summary>
internal static class YearColumn
{
    private static readonly HashSet<string> Heads = [.. Tokens.Of("year yr fy season").Select(t => t.Text)];
    private static readonly HashSet<string> Words = [.. Tokens.Of("year yr fy season fiscal financial academic school crop harvest marketing growing survey report reporting data calendar tax sales budget").Select(t => t.Text)];
    private static readonly HashSet<string> Fiscal = [.. Tokens.Of("fy fiscal financial academic school budget").Select(t => t.Text)];
    private static readonly HashSet<string> Seasonal = [.. Tokens.Of("season crop harvest marketing growing").Select(t => t.Text)];
    private static readonly HashSet<string> Japanese = new(StringComparer.Ordinal) { "年", "年度", "会計年度", "事業年度", "西暦", "シーズン", "年産", "産年", "年次", "調査年", "集計年", "対象年", "収穫年", "収穫年度", "作付年", "作付年度", "学年度", "入試年度", "採択年度", "募集年度", "実施年度", "調査年度", "予算年度", "決算年度", "申請年度", "交付年度", "報告年", "統計年", "暦年" };

    /// <summary>The only one that fits the step of time; null where there is none or several.</summary>
    public static Column? For(DatasetContract contract, Grain grain) =>
        grain is Grain.Year or Grain.FiscalYear && Of(contract) is { } column && IsFiscal(column) == (grain == Grain.FiscalYear) ? column : null;

    /// <summary>Rows that come once a season are followed from season to season.</summary>
    public static Column? OfSeasons(DatasetContract contract) => Of(contract) is { } column && IsSeasonal(column) ? column : null;

    public static bool IsOfTable(Column column) => column is { Type: ColumnType.Integer, Role: ColumnRole.Time } && (IsCalled(column) || NamesOf(column).Any(Japanese.Contains));


    private static Column? Of(DatasetContract contract)
    {
        List<Column> years = [.. contract.Columns.Where(c => c is { Hidden: false, Related: null } && IsOfTable(c))];
        return years is [var only] ? only : null;
    }

    private static IEnumerable<string> NamesOf(Column column) => column.Titles.Values.Append(column.SourceName ?? column.Name);

    private static bool IsCalled(Column column) => ColumnForms.NamesOf(column).Any(name => name.Count > 0 && name.All(t => Words.Contains(t.Text)) && name.Any(t => Heads.Contains(t.Text)));

    private static bool IsFiscal(Column column) =>
        ColumnForms.NamesOf(column).Any(name => name.Any(t => Fiscal.Contains(t.Text))) || NamesOf(column).Any(n => n.EndsWith("年度", StringComparison.Ordinal));

    private static bool IsSeasonal(Column column) =>
        ColumnForms.NamesOf(column).Any(name => name.Any(t => Seasonal.Contains(t.Text))) || NamesOf(column).Any(n => n is "シーズン" or "年産" or "産年" || n.StartsWith("収穫年", StringComparison.Ordinal) || n.StartsWith("作付年", StringComparison.Ordinal));
}
