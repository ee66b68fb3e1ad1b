using Web.Semantics;

namespace Web.Language;

/// <summary>Values that unknown words may have meant: those that contain them, and those a slip or two away.</summary>
internal static class NearValues
{
    private const int MostLooked = 200_000;

    public static IEnumerable<ValueMeaning> Of(Scene scene, int item)
    {
        var typed = People.WithoutHonorific(Fold(scene.Typed(item)));
        if (typed.Length < 2) return [];
        var found = new List<(int Distance, ValueMeaning Value)>();
        var looked = 0;
        foreach (var column in scene.Contract.Columns)
        {
            if (column.Hidden || column.Values is not { } values) continue;
            foreach (var value in values)
            {
                if (++looked > MostLooked) break;
                if (DistanceOf(typed, column, value) is { } distance) found.Add((distance, new ValueMeaning(column, value, 0.9)));
            }
        }
        return found.OrderBy(f => f.Distance).ThenBy(f => f.Value.Value, StringComparer.Ordinal).Select(f => f.Value);
    }

    private static int? DistanceOf(string typed, Column column, string value)
    {
        int? least = null;
        IEnumerable<string> forms = column.ValueSynonyms.TryGetValue(value, out var synonyms) ? [value, .. synonyms] : [value];
        foreach (var form in forms)
        {
            var folded = Fold(form);
            if (folded.Contains(typed, StringComparison.Ordinal) || (folded.Length > 1 && typed.Contains(folded, StringComparison.Ordinal))) least = Math.Min(least ?? 9, 0);
            else if (typed.Length > 3 && folded.Length > 3 && Math.Abs(folded.Length - typed.Length) <= 2)
            {
                var most = typed.Length > 6 ? 2 : 1;
                var distance = Typos.Distance(typed, folded, most);
                if (distance <= most) least = Math.Min(least ?? 9, distance);
            }
        }
        return least;
    }

    private static string Fold(string text) => string.Concat(Tokens.Of(text, 30).Select(t => t.Raw));
}
