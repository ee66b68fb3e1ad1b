using Web.Semantics;

namespace Web.Language;

/// <summary>The column that "sales", "amount" or 金額 means where the contract has no such name.</summary>
internal static class DefaultMeasure
{
    public static Column? Of(Lexicon lexicon)
    {
        var contract = lexicon.Contract;
        if (contract.DefaultMeasure is { } said) return contract.Find(said);
        Column? only = null;
        foreach (var column in contract.Columns)
        {
            if (column.Hidden || column.Role != ColumnRole.Measure || column.Type != ColumnType.Money) continue;
            if (only is not null) return null;
            only = column;
        }
        return only;
    }
}
