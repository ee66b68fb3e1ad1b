using Web.Semantics;

namespace Web.Language;

/// <summary>来館者居住地, "visitor age group": what is told of people. How many visitors there are is no number of their towns.</summary>
internal static class PersonTraits
{
    private static readonly string[] Japanese = ["居住地", "住所", "在住地", "出身地", "出身", "年齢層", "年代", "年齢帯", "性別", "職業", "職種", "国籍", "所属", "属性", "業種", "都道府県", "市区町村", "地域", "満足度", "居住区分"];
    private static readonly HashSet<string> English = [.. Tokens.Of("residence origin hometown nationality occupation gender sex profession prefecture postcode county").Select(t => t.Text), "agegroup", "ageband"];

    /// <summary>The column is named for people first and for what is told of them last.</summary>
    public static bool Head(Column column)
    {
        foreach (var name in ColumnForms.NamesOf(column).Where(name => name.Count > 1))
        {
            var written = string.Concat(name.Select(t => t.Raw));
            if (name[^1].IsJapanese ? Array.Exists(Japanese, word => written.EndsWith(word, StringComparison.Ordinal) && written[..^word.Length] is [.., '者' or '客' or '員' or '人' or '生' or '児' or '民']) : Compared.Persons.Contains(name[0].Text) && (English.Contains(name[^1].Text) || name.Count > 2 && English.Contains(name[^2].Raw + name[^1].Raw))) return true;
        }
        return false;
    }
}
