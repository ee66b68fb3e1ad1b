using Web.Semantics;

namespace Web.Language;

/// <summary>"claims by region": the plural of what a row is called means the rows, before a figure or a kind that is called so in part only. "claimed" is no row.</summary>
internal static class Nouns
{
    private const double OfRows = 0.84;

    /// <summary>Plurals that are said of money and marks as often as of rows.</summary>
    private static readonly HashSet<string> Figures = new(StringComparer.Ordinal)
    {
        "sales", "revenues", "earnings", "costs", "expenses", "profits", "takings", "proceeds", "fees", "charges", "payments", "wages", "salaries", "fares", "prices", "donations", "points", "scores", "goals",
        "views", "likes", "clicks", "downloads", "votes", "losses", "taxes", "refunds", "deposits", "budgets", "ratings", "grades", "marks", "results", "hours", "days", "minutes", "miles", "units", "funds", "loads", "amounts", "values", "rents", "bonuses", "commissions", "premiums", "bills", "tips", "debts",
    };

    public static bool AreFigures(string plural) => Figures.Contains(plural);

    public static void Settle(Item item, string written, List<Meaning> left)
    {
        if (!item.English || item.End != item.First + 1) return;
        if (written is [_, _, _, .., 's'] && Stem.Of(written) != written)
        {
            // "the most listings" asks for no list.
            if (left.Exists(m => m is EntityMeaning { Quality: >= EntityForms.Fits })) left.RemoveAll(m => m is WordMeaning { Word.Kind: WordKind.List });
            if (!Figures.Contains(written) && left.Exists(m => m is EntityMeaning { Quality: >= OfRows })) left.RemoveAll(m => m is FieldMeaning { Own: false, Weak: false } field && (IsSum(field.Column) || field is { Quality: < 0.8, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } }));
            return;
        }
        // "claimed and paid amount"
        if (!written.EndsWith("ed", StringComparison.Ordinal) || !left.Exists(m => m is FieldMeaning { Quality: >= 0.8, Weak: false, Column.Role: ColumnRole.Measure })) return;
        left.RemoveAll(m => (m is EntityMeaning entity && entity.Written != written) || m is FieldMeaning { Own: false, Weak: false, Column: { Role: not ColumnRole.Measure, Type: ColumnType.Text } });
    }

    private static bool IsSum(Column column) => column.Role == ColumnRole.Measure && !ColumnForms.Counts(column);
}
