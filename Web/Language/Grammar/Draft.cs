using Web.Semantics;

namespace Web.Language;

internal sealed class MeasurePart
{
    public Column? Column { get; set; }
    public string? Aggregate { get; set; }
    public bool Assumed { get; set; }
}

internal sealed class GroupPart
{
    public required Column Column { get; set; }
    public Grain? Grain { get; set; }
    public Bin? Bin { get; set; }
    /// <summary>Series or X where that was said, otherwise null.</summary>
    public DimensionRole? Role { get; set; }
    public bool Assumed { get; set; }
    /// <summary>The time was not named; the contract's default stands until all filters are known.</summary>
    public bool DefaultTime { get; set; }
    /// <summary>The two sides of a yes-or-no column, compared; another division comes first.</summary>
    public bool Sides { get; set; }
    /// <summary>Said as a group ("by owner"), not only named.</summary>
    public bool Grouped { get; set; }
    /// <summary>"for each beach": it stands for itself, whatever it is divided into.</summary>
    public bool Each { get; set; }
    /// <summary>"within every genre": what is a whole by itself.</summary>
    public bool Whole { get; set; }
}

internal sealed class FilterPart
{
    public Column? Column { get; set; }
    public FilterOp Op { get; set; }
    public object? Value { get; set; }
    public Grain? Grain { get; set; }
    public string? Aggregate { get; set; }
    public bool Assumed { get; set; }
    /// <summary>The condition or group that this one became a part of.</summary>
    public object? Joined { get; set; }
    /// <summary>A sign that was joined to another bound: "over 3000 but a negative profit".</summary>
    public bool Signed { get; set; }
    /// <summary>Several values that "and" joins: each is of interest by itself. "Or" takes them together.</summary>
    public bool Listed { get; set; }
    /// <summary>The values are what is looked at ("sales of A and B"), not where it is looked ("for A and B").</summary>
    public bool Apart { get; set; }
    /// <summary>The condition that may hold instead.</summary>
    public FilterPart? Or { get; set; }
    /// <summary>The words of a period, which find their column only when all filters are known.</summary>
    public TimePhrase? Phrase { get; set; }
}

internal sealed class SortPart
{
    public Column? Column { get; set; }
    public string? Axis { get; set; }
    public string? Aggregate { get; set; }
    public SortOrder? Order { get; set; }
    /// <summary>In the order of time, whatever stands first.</summary>
    public bool Dated { get; set; }
    /// <summary>"by the names": of whatever has one.</summary>
    public bool Called { get; set; }
    /// <summary>Only which way was said: "ascending".</summary>
    public bool Unnamed { get; set; }
    public bool Assumed { get; set; }
    /// <summary>What "longest first" puts rows in order by, where they are listed and no figure is drawn.</summary>
    public Column? Hint { get; init; }
}

internal sealed class LimitPart
{
    /// <summary>The thing that is ranked within each group: "top 3 candidates in each district".</summary>
    public Column? Of { get; set; }
    public int Count { get; set; }
    public bool Assumed { get; set; }
}

/// <summary>A word that only sets one thing: the chart, a transform, a comparison.</summary>
internal sealed record Setting(string Slot);

/// <summary>A request as far as it is understood, before it becomes a query.</summary>
internal sealed class Draft
{
    public List<MeasurePart> Measures { get; } = [];
    public List<GroupPart> Groups { get; } = [];
    public List<FilterPart> Filters { get; } = [];
    public SortPart? Sort { get; set; }
    public LimitPart? Limit { get; set; }
    public ChartType? Chart { get; set; }
    public Transform? Transform { get; set; }
    public Comparison? Compare { get; set; }
    public Stack? Stack { get; set; }
    /// <summary>A figure to reach.</summary>
    public decimal? Target { get; set; }
    /// <summary>How many steps of time to look ahead.</summary>
    public int? Periods { get; set; }
    /// <summary>A unit said which column a number is held against.</summary>
    public bool Measured { get; set; }
    public bool Share { get; set; }
    /// <summary>A rate or percentage, which is of each group; a share is among the groups.</summary>
    public bool Within { get; set; }
    public bool List { get; set; }
    /// <summary>Rows are wanted in the order of time, the first few of them.</summary>
    public bool Dated { get; set; }
    public bool NamesRows { get; set; }
    /// <summary>Rows are to be shown if nothing else of them is asked.</summary>
    public bool Lists { get; set; }
    /// <summary>A bare English noun with a condition means its rows; in Japanese it is as often their number.</summary>
    public bool ListsRows { get; set; }
    public bool Distribution { get; set; }
    public bool Relation { get; set; }
    /// <summary>Every row is a mark of its own: "each movie as a dot".</summary>
    public bool Points { get; set; }
    /// <summary>What the size of a bubble tells.</summary>
    public Column? Sized { get; set; }
    /// <summary>Colours or stacks tell one group from another.</summary>
    public bool Coloured { get; set; }
    public bool Trend { get; set; }
    /// <summary>Unusual points are to be marked.</summary>
    public bool Anomalies { get; set; }
    public Grain? TrendGrain { get; set; }
    public bool Versus { get; set; }
    public bool Contrast { get; set; }
    public bool Counts { get; set; }
    /// <summary>Figures are wanted for a single row: their mean.</summary>
    public bool PerRow { get; set; }
    /// <summary>The time column that a weak word ("created", "hired") points to.</summary>
    public Column? TimeHint { get; set; }
    /// <summary>Words that stand where a group, a value or a measure must stand and are not known.</summary>
    public List<Gap> Gaps { get; } = [];
    public double Bonus { get; set; }
    /// <summary>A filter that turned out to be the group of a share.</summary>
    public (FilterPart From, GroupPart To)? Moved { get; set; }
    /// <summary>A measure that became the bins of a histogram.</summary>
    public (MeasurePart From, GroupPart To)? Binned { get; set; }
    /// <summary>Where each condition stands in the query.</summary>
    public Dictionary<FilterPart, int> FilterPlaces { get; } = [];

    /// <summary>Nothing but conditions was said: no figure, no division, no chart.</summary>
    public bool AsksNothing =>
        this is { Chart: null, Counts: false, Share: false, Trend: false, Distribution: false, Relation: false, Versus: false, Contrast: false, Transform: null, Compare: null, Limit: null, Target: null, Sort: null, List: false, Groups.Count: 0, Measures.Count: 0 };

    /// <summary>The same filters without groups whose time was only assumed.</summary>
    public Draft WithoutDefaultGroups()
    {
        var copy = new Draft { TimeHint = TimeHint };
        copy.Filters.AddRange(Filters);
        copy.Measures.AddRange(Measures);
        copy.Groups.AddRange(Groups.Where(g => !g.DefaultTime));
        return copy;
    }
}

internal enum GapKind { Group, Value, Measure, Condition }

/// <summary>A place in the request whose words are not known here.</summary>
internal sealed record Gap(GapKind Kind, int Item);
