using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// What the cells of one column look like, counted over the whole file in bounded memory: while the values are few they are kept with
/// their counts; when they become many they are looked at and only counted.
/// </summary>
[SkipLocalsInit]
internal sealed class ColumnStats
{
    public const int MostValues = 512;
    private const int MostLength = 64, Registers = 4096, MostUnits = 16;

    private Dictionary<string, long>? values = [];
    private Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private byte[]? registers;

    public ColumnStats() => lookup = values!.GetAlternateLookup<ReadOnlySpan<char>>();

    public long Filled { get; private set; }
    public long NullWords { get; private set; }
    public List<string> Examples { get; } = [];
    /// <summary>Every value with its count, or null when there are more than <see cref="MostValues"/>.</summary>
    public IReadOnlyDictionary<string, long>? Values => values;

    public ValueShape Shape { get; } = new();

    public long Numbers, Plain, LeadingZeros, Big, Huge;
    /// <summary>Whole numbers written with a nought behind the point.</summary>
    public long Noughts;
    public long PlainMin = long.MaxValue, PlainMax = long.MinValue;
    public int WidthMin = int.MaxValue, WidthMax;
    public int PointScale, CommaScale;
    public readonly long[] Marks = new long[8];
    public readonly Dictionary<string, long> Units = new(StringComparer.Ordinal);
    public readonly Dictionary<string, long> Money = new(StringComparer.Ordinal);
    public long PlainYears, NamedYears, CompactDays, CompactMonths, CompactTimes;

    public long Dates, MonthFirst, DayFirst, EitherFirst, Dotted, TwoDigits, MonthNames, Timed, NotMidnight, Zoned;
    public int FirstMin = int.MaxValue, FirstMax, LastMin = int.MaxValue, LastMax;
    public readonly long[] TwoDigitFits = new long[3];

    /// <summary>How many of the values are different: exact while they are few, then within two percent.</summary>
    public double Distinct => values?.Count ?? Estimate();

    public void Add(ReadOnlySpan<char> cell)
    {
        if (cell.Length == 0) return;
        Filled++;
        Shape.Follow(cell);
        if (values is null)
        {
            Register(cell);
            Look(cell, 1);
            return;
        }
        if (cell.Length <= MostLength)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(lookup, cell);
            if (!Unsafe.IsNullRef(ref count))
            {
                count++;
                return;
            }
        }
        if (Examples.Count < 5) Examples.Add(RecordReader.Shortened(cell));
        if (cell.Length <= MostLength && values.Count < MostValues)
        {
            lookup[cell] = 1;
            return;
        }
        Finish();
        registers = new byte[Registers];
        foreach (var value in values.Keys) Register(value);
        values = null;
        Register(cell);
        Look(cell, 1);
    }

    /// <summary>Looks at the values kept so far.</summary>
    public void Finish()
    {
        foreach (var (value, count) in values ?? []) Look(value, count);
    }

    private void Look(ReadOnlySpan<char> cell, long weight)
    {
        Span<char> room = stackalloc char[CellText.Most];
        var folded = CellText.Folded(cell, room);
        if (NumberText.TrySplit(folded, out var number) && !(number.Mark == Csv.Marks.Neither && DateReader.TryRead(folded, out _))) LookAtNumber(number, folded, weight);
        else if (CellText.IsNullFolded(folded)) NullWords += weight;
        else if (DateReader.TryRead(folded, out var date)) LookAtDate(date, weight);
        else if (DateReader.TryYear(folded, out _)) NamedYears += weight;
    }

    private void LookAtNumber(NumberText number, ReadOnlySpan<char> cell, long weight)
    {
        Numbers += weight;
        Shape.Note(number, weight);
        var mark = number.Mark;
        Marks[(int)mark] += weight;
        if (number.Currency is { } currency) Count(Money, currency, weight);
        if (number.Unit.Length > 0) Count(Units, number.Unit.ToString(), weight);
        if (mark != Csv.Marks.None || number.Exponent != 0)
        {
            PointScale = Math.Max(PointScale, number.Scale('.'));
            CommaScale = Math.Max(CommaScale, number.Scale(','));
        }
        if (mark != Csv.Marks.None)
        {
            if (number.Digits.Length > 22) Big += weight;
            if (number.Digits is [.., '.', '0'] && number.Digits.Length == cell.Length && long.TryParse(number.Digits[..^2], System.Globalization.NumberStyles.None, null, out var whole)) LookAtWhole(whole, weight);
            return;
        }
        var digits = number.Digits;
        if (digits.Length > 18 && !long.TryParse(digits, System.Globalization.NumberStyles.None, null, out _)) Big += weight;
        if (digits.Length > 28) Huge += weight;
        if (digits.Length > 1 && digits[0] == '0') LeadingZeros += weight;
        if (digits.Length != cell.Length || digits.Length > 18) return;
        Plain += weight;
        WidthMin = Math.Min(WidthMin, digits.Length);
        WidthMax = Math.Max(WidthMax, digits.Length);
        if (!long.TryParse(digits, System.Globalization.NumberStyles.None, null, out var value)) return;
        LookAtPlain(value, digits.Length, weight);
        if (digits.Length is not (6 or 8 or 14) || !DateText.TryCompact(digits, out _)) return;
        if (digits.Length == 8) CompactDays += weight;
        else if (digits.Length == 6) CompactMonths += weight;
        else CompactTimes += weight;
    }

    private void LookAtPlain(long value, int width, long weight)
    {
        PlainMin = Math.Min(PlainMin, value);
        PlainMax = Math.Max(PlainMax, value);
        if (value is >= 1400 and <= 2200 && width == 4) PlainYears += weight;
    }

    /// <summary>1997.0: so a tool writes whole numbers of a column with gaps.</summary>
    private void LookAtWhole(long value, long weight)
    {
        Noughts += weight;
        LookAtPlain(value, 4, weight);
    }

    private void LookAtDate(DateText date, long weight)
    {
        Dates += weight;
        if (date.HasTime) Timed += weight;
        if (date.TimeTicks != 0) NotMidnight += weight;
        if (date.Offset is not null) Zoned += weight;
        if (date.Form == DateForm.MonthAndTwoDigits) MonthNames += weight;
        if (date.Form is not (DateForm.YearLast or DateForm.TwoDigits)) return;
        if (date.Dotted) Dotted += weight;
        if (date.Form == DateForm.TwoDigits)
        {
            TwoDigits += weight;
            FirstMin = Math.Min(FirstMin, date.A);
            FirstMax = Math.Max(FirstMax, date.A);
            LastMin = Math.Min(LastMin, date.C);
            LastMax = Math.Max(LastMax, date.C);
            for (var order = DateOrder.MonthFirst; order <= DateOrder.YearFirst; order++)
                if (date.TryDay(order, out _)) TwoDigitFits[(int)order] += weight;
            return;
        }
        if (date.A > 12 && date.B <= 12) DayFirst += weight;
        else if (date.B > 12 && date.A <= 12) MonthFirst += weight;
        else EitherFirst += weight;
    }

    private static void Count(Dictionary<string, long> counts, string key, long weight)
    {
        if (counts.TryGetValue(key, out var count) || counts.Count < MostUnits) counts[key] = count + weight;
        else counts[""] = counts.GetValueOrDefault("") + weight;
    }

    /// <summary>Remembers that this value was seen, in a few thousand bytes for any number of values (HyperLogLog).</summary>
    private void Register(ReadOnlySpan<char> cell)
    {
        var hash = Hash(cell);
        ref var register = ref registers![hash >> 52];
        var rank = (byte)(BitOperations.LeadingZeroCount((hash << 12) | (1UL << 11)) + 1);
        if (rank > register) register = rank;
    }

    private double Estimate()
    {
        double sum = 0;
        var zeros = 0;
        foreach (var register in registers!)
        {
            sum += Math.ScaleB(1, -register);
            if (register == 0) zeros++;
        }
        var estimate = 0.7213 / (1 + 1.079 / Registers) * Registers * Registers / sum;
        return zeros > 0 && estimate < 2.5 * Registers ? Registers * Math.Log((double)Registers / zeros) : estimate;
    }

    /// <summary>The same on every machine and in every run, unlike the framework's.</summary>
    private static ulong Hash(ReadOnlySpan<char> cell)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)cell.Length;
        var words = MemoryMarshal.Cast<char, ulong>(cell);
        foreach (var word in words) hash = Mixed(hash ^ word);
        foreach (var c in cell[(words.Length * 4)..]) hash = Mixed(hash ^ c);
        hash ^= hash >> 32;
        return Mixed(hash ^ (hash >> 29));
    }

    private static ulong Mixed(ulong hash)
    {
        var high = Math.BigMul(hash, 0xD6E8FEB86659FD93UL, out var low);
        return high ^ low;
    }
}
