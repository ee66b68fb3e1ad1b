using System.Globalization;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>What every drawing needs to know of a query and its result: which column is what, and how values are called.</summary>
internal sealed class Picture
{
    public Picture(CheckedQuery query, ResultTable result, string locale)
    {
        (Query, Result, Locale) = (query, result, locale);
        var dimensions = query.Dimensions.Count;
        CurrencyColumn = query.MixedColumn is null ? null : dimensions;
        FirstMeasure = dimensions + (CurrencyColumn is null ? 0 : 1);
        SplitColumns = [.. Enumerable.Range(0, dimensions).Where(i => query.Dimensions[i].Role != DimensionRole.X), .. CurrencyColumn is { } c ? [c] : Array.Empty<int>()];
    }

    public CheckedQuery Query { get; }
    public ResultTable Result { get; }
    public string Locale { get; }
    public CultureInfo Culture => ChartsTexts.Culture(Locale);

    /// <summary>The columns whose values name a series.</summary>
    public IReadOnlyList<int> SplitColumns { get; }
    public int? CurrencyColumn { get; }
    public int FirstMeasure { get; }
    public int Measures => Query.Measures.Count;

    /// <summary>The column of a measure's earlier figure, or null.</summary>
    public int? PreviousOf(int measure) => Query.Comparison is null ? null : FirstMeasure + Measures + measure;

    public ResultColumn Column(int index) => Result.Columns[index];

    /// <summary>Whether two cells hold the same value.</summary>
    public static bool Same(object? a, object? b) => Equals(a, b);

    /// <summary>A dimension's value as people read it.</summary>
    public string Label(int column, object? value)
    {
        if (value is null) return ChartsTexts.Get("none", Locale);
        if (value is ResultTable.Others) return ChartsTexts.Get("others", Locale);
        if (column >= Query.Dimensions.Count) return ResultCell.Text(value);
        var dimension = Query.Dimensions[column];
        if (value is bool flag) return ChartsTexts.Get(flag ? "yes" : "no", Locale);
        if (value is BinEdges bin) return string.Create(Culture, $"{bin.From:#,##0.######}–{bin.To:#,##0.######}");
        if (dimension.Grain is { } grain) return TimeLabels.Of(grain, value, this);
        if (value is string text) return dimension.Column.ValueTitles.GetValueOrDefault(Locale)?.GetValueOrDefault(text) ?? text;
        if (value is DateOnly day) return TimeLabels.Of(Grain.Day, day, this);
        return ResultCell.Text(value);
    }

    /// <summary>Whether all days of x lie in one year, so that labels need not say it.</summary>
    public bool OneYear => oneYear ??= Result.Rows.Select(r => r.Count > 0 ? r[0] : null)
        .Select(v => v switch { DateOnly d => d.Year, DateTime t => t.Year, _ => (int?)null }).Where(y => y is not null).Distinct().Count() <= 1;

    private bool? oneYear;

    public string Title
    {
        get
        {
            var measures = Query.Measures.Count == 0 ? Query.Dataset.Contract.TitleIn(Locale)
                : Enumerable.Range(FirstMeasure, Measures).Select(i => Column(i).Title).Aggregate((a, b) => ChartsTexts.Get("title_and", Locale, a, b));
            if (Shaped() is { } shaped) return shaped;
            if (Query.X is not { } x) return measures;
            var over = x.Column.IsTemporal && x.HasBuckets;
            return ChartsTexts.Get(over ? "title_over" : "title_by", Locale, measures, over ? Column(0).Title : x.Column.TitleIn(Locale));
        }
    }

    /// <summary>The title where a chart sets figures against each other, or shows how one lies.</summary>
    private string? Shaped()
    {
        string Get(string key, params object[] args) => ChartsTexts.Get(key, Locale, args);
        if (Query.Shape.Points && Measures > 1) return Get(Measures > 2 ? "title_bubble" : "title_points", [.. Enumerable.Range(FirstMeasure, Measures).Select(i => (object)Column(i).Title)]);
        if (Query.Shape.Bins && Query.X is { } binned) return Get("title_distribution", binned.Column.TitleIn(Locale));
        if (!Query.Shape.Boxes) return null;
        var spread = Get("title_distribution", Query.Measures[0].Column!.TitleIn(Locale));
        return Query.X is null ? spread : Get("title_by", spread, Column(0).Title);
    }

    /// <summary>The currency of a column's figures; where they carry their own, <paramref name="row"/> has it.</summary>
    public string? CurrencyOf(int column, IReadOnlyList<object?>? row) =>
        Column(column) is { Type: "money", Currency: null } && CurrencyColumn is { } c ? row?[c] as string : Column(column).Currency;

    /// <summary>Whether figures of different groups may be added up.</summary>
    public bool Adds => Query is { Raw: false, Comparison: null } && Query.Measures is [{ Named: null, Transform: null or Transform.Share, Aggregate: Aggregates.Sum or Aggregates.Count }];

    /// <summary>A figure in words: with its currency or unit.</summary>
    public string Figure(int column, object? value)
    {
        if (ResultCell.Number(value) is not { } number) return value is null ? "–" : ResultCell.Text(value);
        var of = Column(column);
        return string.Create(Culture, $"{number:#,##0.##}") + (of.Currency is { } currency ? " " + currency : of.Unit is "%" ? "%" : of.Unit is { } unit ? " " + unit : "");
    }
}
