namespace Web.Insights.Datasets.Csv;

/// <summary>The Japanese eras that files date by, by letter and name, each with its first day; the last day is the next one's eve.</summary>
internal static class Eras
{
    private static readonly (char Letter, string Name, char Square, DateOnly First, DateOnly Last)[] All =
    [
        ('M', "明治", '㍾', new(1868, 1, 25), new(1912, 7, 30)),
        ('T', "大正", '㍽', new(1912, 7, 30), new(1926, 12, 25)),
        ('S', "昭和", '㍼', new(1926, 12, 25), new(1989, 1, 7)),
        ('H', "平成", '㍻', new(1989, 1, 8), new(2019, 4, 30)),
        ('R', "令和", '㋿', new(2019, 5, 1), DateOnly.MaxValue),
    ];

    /// <summary>The era (from 1) whose name or letter <paramref name="cell"/> begins with, and how long that is; 0 for none.</summary>
    public static int At(ReadOnlySpan<char> cell, out int length)
    {
        length = 0;
        if (cell.Length < 2) return 0;
        var first = char.ToUpperInvariant(cell[0]);
        for (var i = 0; i < All.Length; i++)
        {
            length = first == All[i].Letter || first == All[i].Square ? 1 : first == All[i].Name[0] && cell[1] == All[i].Name[1] ? 2 : 0;
            if (length > 0) return i + 1;
        }
        return 0;
    }

    public static int Year(int era, int year) => All[era - 1].First.Year + year - 1;

    public static bool Holds(DateOnly day, int era) => day >= All[era - 1].First && day <= All[era - 1].Last;

    /// <summary>Whether a month of this era's year lies in the era at least in part.</summary>
    public static bool HoldsMonth(DateOnly first, int era) => first.AddMonths(1) > All[era - 1].First && first <= All[era - 1].Last;

    public static bool HoldsYear(int year, int era) => year >= All[era - 1].First.Year && year <= All[era - 1].Last.Year;
}
