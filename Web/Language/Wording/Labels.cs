using Web.Semantics;

namespace Web.Language;

/// <summary>A reading in a few words.</summary>
internal static class Labels
{
    public static string Of(ChartQuery query, Names names, DatasetContract contract)
    {
        var title = Wording.Title(query, contract, names.Locale);
        return query.Filters.Count == 0 ? title : $"{title} ({names.List(query.Filters.Select(names.Filter))})";
    }
}
