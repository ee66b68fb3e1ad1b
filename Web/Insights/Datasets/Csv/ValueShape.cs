using System.Globalization;

namespace Web.Insights.Datasets.Csv;

/// <summary>What the numbers of one column look like beside each other: shares of one, rows counted off, a meter that only rises.</summary>
internal sealed class ValueShape
{
    private long? before;
    private bool rises = true, counts = true;
    private long ups;

    public long Below { get; private set; }
    public long Shares { get; private set; }

    /// <summary>Whole numbers that go up by one from row to row, from 0 or 1 on.</summary>
    public bool CountsRows => counts && ups > 0;

    /// <summary>Whole numbers that never fall.</summary>
    public bool Rises => rises && ups > 0;

    /// <summary>The next cell of the file, in its order.</summary>
    public void Follow(ReadOnlySpan<char> cell)
    {
        if (!rises) return;
        if (!long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < before)
        {
            (rises, counts) = (false, false);
            return;
        }
        counts &= before is { } last ? number == last + 1 : number is 0 or 1;
        if (number > before) ups++;
        before = number;
    }

    /// <summary>A number taken apart, and how many cells have it.</summary>
    public void Note(NumberText number, long weight)
    {
        if (number.Negative) Below += weight;
        var digits = number.Digits;
        var whole = digits.IndexOfAny('.', ',') is var mark and >= 0 ? digits[..mark] : digits;
        if (number.Exponent != 0 || number.Negative) return;
        if (whole.Length == 0 || whole is "0" || (whole is "1" && digits[Math.Min(digits.Length, 2)..].IndexOfAnyExcept('0') < 0)) Shares += weight;
    }
}
