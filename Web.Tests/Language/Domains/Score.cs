namespace Web.Tests.Language.Domains;

/// <summary>What became of a request: the query itself, another with the same rows, a question back, or a chart that is not what was asked; one that doubts itself, or one that does not.</summary>
internal enum Outcome { Exact, SameData, Asked, Doubted, Wrong }

/// <summary>One request and what was made of it.</summary>
internal sealed record Judged(Domain Domain, Example Example, bool HeldOut, Outcome Outcome, string Want, string Got)
{
    /// <summary>How sure a chart was said to be, 0 to 1; null where none was shown.</summary>
    public double? Confidence { get; init; }

    public bool Correct => Outcome is Outcome.Exact or Outcome.SameData;
}

internal static class ScoreTable
{
    /// <summary>Shares by language and by what was looked at while mending, then by kind of table.</summary>
    public static IEnumerable<string> Lines(IReadOnlyCollection<Judged> all)
    {
        foreach (var group in all.GroupBy(one => (one.HeldOut, one.Example.IsJapanese)).OrderBy(group => group.Key))
            yield return Line($"{(group.Key.HeldOut ? "held out" : "dev")} {(group.Key.IsJapanese ? "ja" : "en")}", [.. group]);
        yield return Line("all", all);
        foreach (var group in all.GroupBy(one => one.Domain.Key)) yield return Line(group.Key, [.. group]);
        if (all.Where(one => one.Example.Ask == 1).ToList() is { Count: > 0 } open) yield return Line("off topic, unclear, hostile", open);
        if (all.Where(one => one.Example.Before is not null).ToList() is { Count: > 0 } edits) yield return Line("follow-ups", edits);
    }

    public static IEnumerable<string> Misses(IEnumerable<Judged> all, bool heldOut) => all.Where(one => !one.Correct && (heldOut || !one.HeldOut))
        .Select(one => $"{one.Outcome} · {one.Domain.Key} · {(one.Example.Before is { } before ? before + " → " : "")}{one.Example.Utterance}\n    want {one.Want}\n    got  {one.Got}");

    public static double Correct(IReadOnlyCollection<Judged> some) => some.Count == 0 ? 1 : (double)some.Count(one => one.Correct) / some.Count;

    public static double Wrong(IReadOnlyCollection<Judged> some) => some.Count == 0 ? 0 : (double)some.Count(one => one.Outcome == Outcome.Wrong) / some.Count;

    private static string Line(string name, IReadOnlyCollection<Judged> some)
    {
        int Of(Outcome outcome) => some.Count(one => one.Outcome == outcome);
        return FormattableString.Invariant(
            $"{name,-30} {Correct(some),7:P1} correct ({Of(Outcome.Exact)} exact + {Of(Outcome.SameData)} same data), {Of(Outcome.Asked)} asked, {Of(Outcome.Doubted)} wrong with a doubt, {Of(Outcome.Wrong)} wrong without ({Wrong(some):P1}) of {some.Count}");
    }
}
