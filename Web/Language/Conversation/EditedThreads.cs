using Web.Semantics;

namespace Web.Language;

/// <summary>The words of a follow-up, with the places that the parts have in the edited query.</summary>
internal static class EditedThreads
{
    public static IReadOnlyList<WordThread> Of(Candidate said, ChartQuery edited, IReadOnlyList<WordThread> threads)
    {
        var moved = new List<WordThread>();
        foreach (var thread in threads)
        {
            var parts = thread.Slot.Split('/');
            if (parts.Length < 3 || !int.TryParse(parts[2], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at))
            {
                moved.Add(thread);
                continue;
            }
            var place = parts[1] switch
            {
                "filters" when at < said.Query.Filters.Count => Find(edited.Filters, f => f.Op == said.Query.Filters[at].Op && Equals(f.Value?.GetRawText(), said.Query.Filters[at].Value?.GetRawText())),
                "dimensions" when at < said.Query.Dimensions.Count => Find(edited.Dimensions, d => d.Grain == said.Query.Dimensions[at].Grain && (d.Field == said.Query.Dimensions[at].Field || d.Grain is not null)),
                "measures" => edited.Measures.Count > at ? at : -1,
                _ => -1,
            };
            if (place >= 0) moved.Add(thread with { Slot = $"/{parts[1]}/{place.ToString(System.Globalization.CultureInfo.InvariantCulture)}" });
        }
        return moved;
    }

    private static int Find<T>(IReadOnlyList<T> list, Func<T, bool> match)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (match(list[i])) return i;
        }
        return -1;
    }
}
