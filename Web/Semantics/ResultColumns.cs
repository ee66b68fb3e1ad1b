using System.Text.Json;

namespace Web.Semantics;

/// <summary>The columns of a query's result, with titles in the reader's language. Their order is the statement's.</summary>
public static class ResultColumns
{
    public const string CurrencyName = "currency", PreviousSuffix = "__previous";

    public static IReadOnlyList<ResultColumn> Of(CheckedQuery query, string locale)
    {
        var columns = query.Dimensions.Select(d => Of(d, locale)).ToList();
        if (query.MixedColumn is not null)
        {
            var name = columns.Exists(c => c.Name == CurrencyName) ? CurrencyName + "__1" : CurrencyName;
            columns.Add(new ResultColumn(name, SemanticsTexts.Get("title_currency", locale), "text", query.Series is null ? "series" : "detail"));
        }
        var measures = query.Measures.Select(m => Of(m, query, locale)).ToList();
        columns.AddRange(measures);
        if (query.Comparison is null) return columns;
        var key = query.Query.Compare!.To == CompareTo.PreviousYear ? "title_previous_year" : "title_previous_period";
        columns.AddRange(measures.Select(m => m with { Name = m.Name + PreviousSuffix, Title = SemanticsTexts.Get(key, locale, m.Title) }));
        return columns;
    }

    private static ResultColumn Of(CheckedDimension dimension, string locale)
    {
        var column = dimension.Column;
        var title = column.TitleIn(locale);
        if (dimension.Grain is { } grain) title = SemanticsTexts.Get("title_grain", locale, title, SemanticsTexts.Get($"grain_{Snake(grain)}", locale));
        var type = dimension switch
        {
            { Bin: not null } => "text",
            { Grain: Grain.Hour } => "timestamp",
            { Grain: { } part } when Checking.Grains.IsCyclic(part) || !column.IsTemporal => "integer",
            { Grain: not null } => "date",
            _ => Snake(column.Type),
        };
        return new ResultColumn(dimension.Name, title, type, Snake(dimension.Role), type == "money" ? column.Currency : null, dimension.Grain is null ? column.Unit : null);
    }

    private static ResultColumn Of(CheckedMeasure measure, CheckedQuery query, string locale)
    {
        var title = Title(measure, query.Dataset.Contract, locale);
        if (measure.Transform is { } transform) title = SemanticsTexts.Get($"title_{Snake(transform)}", locale, title);
        var role = query.Query.Measures.Where(m => m is not null).ElementAtOrDefault(query.Measures.ToList().IndexOf(measure))?.Role ?? MeasureRole.Y;
        return new ResultColumn(measure.Name, title, measure.IsPercent ? "number" : Snake(measure.Type), Snake(role), measure.Currency, measure.Unit);
    }

    private static string Title(CheckedMeasure measure, DatasetContract contract, string locale) => measure switch
    {
        { Named: { } named } => named.TitleIn(locale),
        { Column: null } => contract.CountOf.TryGetValue(locale, out var things)
            ? SemanticsTexts.Get("title_count_of", locale, things) : SemanticsTexts.Get("title_count", locale),
        { Aggregate: Aggregates.None } => measure.Column.TitleIn(locale),
        { Aggregate: Aggregates.Count } => SemanticsTexts.Get("title_count_column", locale, measure.Column.TitleIn(locale)),
        { IsRate: true } => SemanticsTexts.Get("title_rate", locale, measure.Column.TitleIn(locale)),
        _ => SemanticsTexts.Get($"title_{measure.Aggregate}", locale, measure.Column.TitleIn(locale)),
    };

    private static string Snake<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
