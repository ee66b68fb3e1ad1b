namespace Web.Language;

/// <summary>The place of a stretch between its neighbours, as far as it tells what the stretch can be.</summary>
internal enum Place { Plain, Grouped, Counted, Named, Numbered, Figured }

internal static class Places
{
    public static Place Of(IReadOnlyList<Item> items, int i)
    {
        var (before, after) = (Said(items, i, -1), Said(items, i, 1));
        if (before > 0 && before == i - 1 && IsEnglish(items, i) && Is(items, before, WordKind.And, WordKind.And) && items[i].Meanings.Count > 1 && Said(items, before, -1) is >= 0 and var listed && Of(items, listed) == Place.Grouped) return Place.Grouped;
        // 展覧会別の売上について: a figure is only what is spoken of.
        var topic = after == i + 1 && items[after].Meanings.Any(m => m is WordMeaning { Word: { Kind: WordKind.ByAfter, Value: "about" } }) && items[i].Meanings.Any(m => m is FieldMeaning { Weak: false, Quality: >= 0.85, Column.Role: Web.Semantics.ColumnRole.Measure } or WordMeaning { Word.Kind: WordKind.DefaultMeasure });
        if (topic && Is(items, before, WordKind.ByAfter, WordKind.ByAfter)) return Place.Plain;
        if (Is(items, before, WordKind.By, WordKind.Series) || (after == i + 1 && Is(items, after, WordKind.ByAfter, WordKind.SeriesAfter))) return Place.Grouped;
        if (Is(items, before, WordKind.Count, WordKind.Distinct) && IsEnglish(items, before)) return Place.Counted;
        // レイティングとジャンルごとの
        if (!IsEnglish(items, i) && after == i + 1 && Is(items, after, WordKind.And, WordKind.And) && items[i].Meanings.Count > 1 && after + 1 < items.Count && !IsEnglish(items, after + 1) && Is(items, after + 2, WordKind.ByAfter, WordKind.SeriesAfter)) return Place.Grouped;
        // "more than 15 listings"
        if (i > 1 && IsEnglish(items, i) && items[i - 1].Meanings.Any(m => m is NumberMeaning) && Is(items, Said(items, i - 1, -1), WordKind.Compare, WordKind.Compare)) return Place.Counted;
        if (after >= 0 && !IsEnglish(items, after) && Is(items, after, WordKind.CountAfter, WordKind.Count)) return Place.Counted;
        // "medal count"
        if (after == i + 1 && IsEnglish(items, after) && items[after].End == items[after].First + 1 && Is(items, after, WordKind.CountAfter, WordKind.Count)) return Place.Counted;
        // "title contains winter", "sorted by title": the column itself.
        if (items.Any(item => item.Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Contains })) || Is(items, before, WordKind.Sort, WordKind.Axis) || Is(items, after, WordKind.SortAfter, WordKind.Order)) return Place.Named;
        // "grade 12", "season 2023": a number that names which.
        if (IsEnglish(items, i) && i + 1 < items.Count && items[i + 1].Meanings.Any(m => m is NumberMeaning)) return Place.Numbered;
        // "total points", 点数の平均: what is reckoned is a figure.
        if (Is(items, before, WordKind.Aggregate, WordKind.Aggregate) && (before == i - 1 || IsEnglish(items, before)) || (after >= 0 && after <= i + 2 && !IsEnglish(items, after) && Is(items, after, WordKind.Aggregate, WordKind.Aggregate))) return Place.Figured;
        // "the lowest rank": behind a superlative a word that a column is called is no word for ordering.
        if (IsEnglish(items, i) && Is(items, before, WordKind.Superlative, WordKind.Superlative) && items[i].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Sort })) return Place.Figured;
        return Place.Plain;
    }

    /// <summary>The next item that is more than glue; values may stand before a counted noun.</summary>
    private static int Said(IReadOnlyList<Item> items, int i, int step)
    {
        for (i += step; i >= 0 && i < items.Count; i += step)
        {
            if (items[i].Meanings.All(m => m is WordMeaning { Word.Kind: WordKind.Filler or WordKind.Equals or WordKind.All })) continue;
            if (step < 0 && items[i].Meanings.All(m => m is ValueMeaning)) continue;
            return i;
        }
        return -1;
    }

    private static bool Is(IReadOnlyList<Item> items, int i, WordKind one, WordKind other) =>
        i >= 0 && i < items.Count && items[i].Meanings.Any(m => m is WordMeaning word && (word.Word.Kind == one || word.Word.Kind == other));

    private static bool IsEnglish(IReadOnlyList<Item> items, int i) => items[i].English;
}
