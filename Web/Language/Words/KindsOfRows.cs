using Web.Semantics;

namespace Web.Language;

/// <summary>
/// What the rows are divided into where that is few: 電力使用量 is the usage of 電力 where that is one of the kinds, and no other word for the
/// usage of all.
/// </summary>
internal sealed class KindsOfRows
{
    private const int Few = 12;
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);

    public KindsOfRows(Column[] columns)
    {
        foreach (var value in columns.Where(c => c is { Type: ColumnType.Text, Role: ColumnRole.Dimension, Values.Count: > 1 and <= Few }).SelectMany(c => c.Values!))
        {
            var said = Tokens.Of(value, 6);
            foreach (var phrase in (Concepts.Values.Exactly(said) ?? []).SelectMany(forms => forms).Append(said))
            {
                // 解決時間 is how long it took, whatever is solved by now.
                if (phrase.Count > 0 && string.Concat(phrase.Select(t => t.Raw)).Length > 1 && Concepts.Events.Exactly(phrase) is null) kinds.Add(Key(phrase));
            }
        }
    }

    /// <summary>The form speaks of one of them, and the column's own names do not.</summary>
    public bool AreIn(IReadOnlyList<Token> form, Column column)
    {
        if (StepWords.BelongTo(form, column)) return false; // an annual cost, whatever contracts are annual
        // オープン日 is when it was opened, whatever is open now.
        for (var cut = 1; kinds.Count > 0 && !column.IsTemporal && cut < form.Count; cut++)
        {
            Token[] first = [.. form.Take(cut)];
            if (kinds.Contains(Key(first)) && !SaidOf(first).Any(said => ColumnForms.NamesOf(column).Any(name => Key(name).Contains(said, StringComparison.Ordinal)))) return true;
        }
        return false;
    }

    /// <summary>gas and ガス</summary>
    private static IEnumerable<string> SaidOf(Token[] word) =>
        (Concepts.Values.Exactly(word) ?? []).Concat(Concepts.Names.Exactly(word) ?? []).SelectMany(same => same).Where(alike => alike.Count <= word.Length + 1).Select(Key).Append(Key(word));

    private static string Key(IReadOnlyList<Token> tokens) => string.Join(' ', tokens.Select(t => t.Text));
}
