using Web.Semantics;

namespace Web.Language;

/// <summary>The ways to say a column of a related dataset; all are weaker than what the dataset calls its own.</summary>
internal static class RelatedForms
{
    public const double Quality = 0.8;
    private const double Certain = 0.9;

    /// <summary>"account industry", 取引先の業種.</summary>
    public static IEnumerable<Form> Whole(Column column)
    {
        var related = column.Related!;
        yield return new Form(Tokens.OfName(column.Name.Replace('.', '_')), 0.95);
        foreach (var (locale, relation) in related.Titles)
        {
            var title = related.Column.TitleIn(locale);
            yield return new Form(Tokens.Of($"{relation} {title}"), 0.95);
            yield return new Form(Tokens.Of(locale == "ja" ? $"{relation}の{title}" : $"{title} of the {relation}"), 0.95);
            yield return new Form(Tokens.Of(locale == "ja" ? $"{relation}{title}" : $"{title} of {relation}"), 0.95);
        }
    }

    /// <summary>As its own dataset calls it.</summary>
    public static IEnumerable<Form> Bare(Column column) => ColumnForms.Of(column.Related!.Column).Where(form => form.Quality >= Certain)
        .OrderByDescending(form => form.Quality).Select(form => form with { Quality = Quality * form.Quality, Own = false });

    public static IEnumerable<(string Value, IReadOnlyList<Token> Phrase)> Values(Column column)
    {
        foreach (var value in column.Values ?? [])
            if (Tokens.Of(value, 25) is { Count: > 0 and <= 24 } tokens) yield return (value, tokens);
        foreach (var (value, words) in column.ValueSynonyms)
            foreach (var word in words) yield return (value, Tokens.Of(word, 25));
        foreach (var titles in column.ValueTitles.Values)
            foreach (var (value, title) in titles) yield return (value, Tokens.Of(title, 25));
    }
}
