using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Behind;

/// <summary>What a mark stands for, in words: each column and its value.</summary>
internal static class MarkHeading
{
    public static string Of(CheckedQuery query, Mark mark, Names names, string locale)
    {
        IEnumerable<string> said = query.Dimensions.Zip(mark.Keys).Where(pair => pair.Second.Kind != MarkKind.Any)
            .Select(pair => $"{names.Column(pair.First.Column)}: {(pair.Second.Kind == MarkKind.Others ? ChartsTexts.Get("others", locale) : Said(pair.First.Column, pair.Second.Text, locale))}");
        if (query.Raw)
        {
            var figures = mark.Keys.Skip(query.Dimensions.Count + (query.MixedColumn is null ? 0 : 1));
            said = said.Concat(query.Measures.Zip(figures).Where(pair => pair.Second.Kind == MarkKind.Value).Select(pair => $"{names.Column(pair.First.Column!)}: {Said(pair.First.Column!, pair.Second.Text, locale)}"));
        }
        if (mark.Earlier) said = said.Append(ChartsTexts.Get(query.Query.Compare!.To == CompareTo.PreviousYear ? "earlier_year" : "earlier_period", locale));
        return string.Join(" · ", said);
    }

    private static string Said(Column column, string? text, string locale) => text is null ? ChartsTexts.Get("none", locale) : column.ValueTitles.GetValueOrDefault(locale)?.GetValueOrDefault(text) ?? text;
}
