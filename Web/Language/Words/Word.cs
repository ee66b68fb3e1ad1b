namespace Web.Language;

/// <summary>What a word of the language itself does in a request, whatever the data.</summary>
internal enum WordKind
{
    Chart, Visual, Aggregate, Count, CountAfter, Distinct, Contrast, Grain, GrainNoun, By, ByAfter, Series, SeriesAfter, And, Versus, Not, NotAfter,
    Compare, CompareAfter, Between, Top, Superlative, Adjective, Sort, SortAfter, Order, Axis, Share, Rate, Cumulative, Change, MovingAverage, Previous,
    Stack, List, Distribution, Relation, Trend, Only, Instead, Same, Also, Remove, All, DefaultMeasure, Rows, Null, NotNull,
    Contains, Which, Equals, Filler, Alien, Target, Ahead, Bin, Swap, Unusual, Sign, Beyond, Point, Shade, Size,
}

/// <summary>A word of the language: what it does, and which (<c>Aggregate mean</c>, <c>Chart pie</c>).</summary>
/// <param name="ExactRaw">The word as it must be written, where its stem would say something else ("order by", but not "orders by").</param>
internal sealed record Word(WordKind Kind, string Value, string? ExactRaw = null);
