namespace Web.Language;

/// <summary>The other ways to say a name, put together from the concepts in it: <c>dep delay</c> → departure delay, 出発遅延.</summary>
internal static class Translation
{
    private const int Most = 48;

    public static List<IReadOnlyList<Token>> Of(IReadOnlyList<Token> name)
    {
        var found = new List<IReadOnlyList<Token>>();
        if (name.Count is 0 or > 12) return found;
        if (Concepts.Names.Exactly(name) is { } whole) found.AddRange(whole.SelectMany(w => w));
        var segments = Segments(name);
        if (segments.Count is < 2 or > 4) return found;
        Combine(segments, 0, [], found);
        if (segments.Count == 2)
        {
            segments.Reverse();
            Combine(segments, 0, [], found);
        }
        return found;
    }

    /// <summary>The name cut into concepts where the dictionary knows them; each segment with all its forms, its own first.</summary>
    private static List<List<IReadOnlyList<Token>>> Segments(IReadOnlyList<Token> name)
    {
        var segments = new List<List<IReadOnlyList<Token>>>();
        for (var i = 0; i < name.Count;)
        {
            var end = i + 1;
            List<IReadOnlyList<IReadOnlyList<Token>>>? concepts = null;
            foreach (var match in Concepts.Names.At(name, i))
            {
                if (match.End - i == name.Count) continue;
                (end, concepts) = match;
            }
            // 年額費用 is an annual cost, not the costs of a year's amount.
            if (concepts is null || (end == i + 1 && name[i].Script == Script.Kanji))
            {
                foreach (var match in Concepts.Wide.At(name, i))
                {
                    if (match.End - i < name.Count && (concepts is null || match.End > end)) (end, concepts) = match;
                }
            }
            List<IReadOnlyList<Token>> forms = [[.. name.Skip(i).Take(end - i)]];
            if (concepts is not null) forms.AddRange(concepts.SelectMany(c => c).Take(10));
            segments.Add(forms);
            i = end;
        }
        return segments;
    }

    private static void Combine(List<List<IReadOnlyList<Token>>> segments, int at, List<Token> sofar, List<IReadOnlyList<Token>> found)
    {
        if (found.Count >= Most * 2) return;
        if (at == segments.Count)
        {
            found.Add([.. sofar]);
            return;
        }
        foreach (var form in segments[at])
        {
            var mixed = sofar.Count > 0 && sofar[0].IsJapanese != form[0].IsJapanese && form[0].Script != Script.Digit;
            if (mixed) continue;
            sofar.AddRange(form);
            Combine(segments, at + 1, sofar, found);
            sofar.RemoveRange(sofar.Count - form.Count, form.Count);
        }
    }
}
