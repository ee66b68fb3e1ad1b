using Web.Semantics;

namespace Web.Language;

/// <summary>A column State that holds Ohio and Texas is a place, and nothing's condition: 状態 and "status" are not asked of it.</summary>
internal static class LandStates
{
    private static readonly HashSet<string> States = new(StringComparer.OrdinalIgnoreCase)
    {
        "Alabama", "Arizona", "California", "Colorado", "Florida", "Georgia", "Illinois", "Indiana", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Missouri", "Nevada", "New Jersey", "New York", "North Carolina", "Ohio", "Oregon", "Pennsylvania", "Tennessee", "Texas", "Utah", "Virginia", "Washington", "Wisconsin",
        "CA", "TX", "NY", "FL", "IL", "OH", "Bavaria", "Bayern", "Hessen", "New South Wales", "Victoria", "Queensland", "Maharashtra", "Karnataka", "Kerala",
    };

    private static readonly HashSet<string> Conditions = [.. new[] { "status", "condition", "状態", "状況", "ステータス", "状態別" }.Select(Written)];

    public static bool AreIn(Column column) => column is { Type: ColumnType.Text, Values.Count: > 1 } && column.Values.Count(States.Contains) > 1 && ColumnForms.NamesOf(column).Any(name => name is [.., { Raw: "state" or "st" }]);

    public static bool Says(IReadOnlyList<Token> form) => Conditions.Contains(string.Concat(form.Select(t => t.Raw)));

    private static string Written(string word) => string.Concat(Tokens.Of(word).Select(t => t.Raw));
}
