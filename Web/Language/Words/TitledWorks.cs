using Web.Semantics;

namespace Web.Language;

/// <summary>The films of a table of showings stand in its column Title: what the titles are of, where the rows themselves are something else.</summary>
internal static class TitledWorks
{
    private const double Quality = 0.88;
    /// <summary>More of them may be one for each row.</summary>
    private const int FewTitles = 60;

    public static IEnumerable<(Column Column, Form Form)> Of(DatasetContract contract, IReadOnlyList<Column> columns)
    {
        if (columns.FirstOrDefault(c => c.Role == ColumnRole.Identity) is not { } key || columns.Where(RowNames.IsTitle).ToList() is not [{ Role: ColumnRole.Dimension, Type: ColumnType.Text, Values.Count: <= FewTitles } title] || RowNames.SpokenFor(key, columns) == title) yield break;
        foreach (var noun in FieldsOfLife.RowsOf(contract))
        {
            if (RowNames.AreWorks(noun) && !ColumnForms.NamesOf(key).Any(name => name[0].Text == noun[0].Text)) yield return (title, new Form(noun, Quality));
        }
    }
}
