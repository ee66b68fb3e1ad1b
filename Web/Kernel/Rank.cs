namespace Web.Kernel;

/// <summary>
/// A place in an order that people arrange by hand: text that sorts by its bytes, with room between any two.
/// A rank is a number of six digits (base 62) and, between close neighbours, a fraction behind it.
/// </summary>
public static class Rank
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Head = 6, Longest = 24;
    private const long Step = 62 * 62, Limit = 62L * 62 * 62 * 62 * 62 * 62;

    /// <summary>Where the first thing of an order stands.</summary>
    public static string First { get; } = Write(Limit / 2);

    /// <summary>A place after <paramref name="before"/> and before <paramref name="after"/>; an end that is null is open.</summary>
    /// <exception cref="ArgumentException">The two are not in order.</exception>
    public static string Between(string? before, string? after)
    {
        if (before is null && after is null) return First;
        if (after is null) return Read(before!) is var last && last + Step < Limit ? Write(last + Step) : Padded(Middle(before!, null));
        if (before is null) return Read(after) is var first && first - Step > 0 ? Write(first - Step) : Padded(Middle("", after));
        if (string.CompareOrdinal(before, after) >= 0) throw new ArgumentException($"{before} does not stand before {after}.", nameof(before));
        return Padded(Middle(before, after));
    }

    /// <summary>Evenly spaced places for <paramref name="count"/> things.</summary>
    public static IEnumerable<string> Spread(int count)
    {
        var start = Limit / 2 - count / 2 * Step;
        return Enumerable.Range(0, count).Select(i => Write(start + i * Step));
    }

    /// <summary>Whether so much was put between the same two that the order should be spread anew.</summary>
    public static bool IsTooLong(string rank) => rank.Length > Longest;

    private static string Middle(string low, string? high)
    {
        var shared = 0;
        while (high is not null && shared < high.Length && DigitAt(low, shared) == DigitAt(high, shared)) shared++;
        if (shared > 0) return high![..shared] + Middle(low.Length > shared ? low[shared..] : "", high[shared..]);
        var (from, to) = (DigitAt(low, 0), high is null ? Digits.Length : DigitAt(high, 0));
        if (to - from > 1) return Digits[(from + to) / 2].ToString();
        return Digits[from] + Middle(low.Length > 1 ? low[1..] : "", null);
    }

    private static int DigitAt(string text, int index) => index < text.Length ? Digits.IndexOf(text[index], StringComparison.Ordinal) : 0;

    private static string Padded(string rank) => rank.PadRight(Head, '0');

    private static long Read(string rank)
    {
        long value = 0;
        for (var i = 0; i < Head; i++) value = value * Digits.Length + DigitAt(rank, i);
        return value;
    }

    private static string Write(long value) => string.Create(Head, value, static (text, left) =>
    {
        for (var i = Head - 1; i >= 0; i--, left /= Digits.Length) text[i] = Digits[(int)(left % Digits.Length)];
    });
}
