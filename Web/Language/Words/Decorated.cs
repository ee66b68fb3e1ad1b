using System.Text.RegularExpressions;

namespace Web.Language;

/// <summary>Headers with marks around the words: ㈱顧客名, 【必須】住所, ※備考, Q1. Age. People ask for them by the words alone.</summary>
internal static partial class Decorated
{
    public static IEnumerable<string> Of(string name)
    {
        yield return name;
        var plain = Marks().Replace(name, "");
        if (plain.Length > 1 && plain.Length < name.Length) yield return plain;
    }

    [GeneratedRegex(@"^\s*(㈱|㈲|\(株\)|（株）|\(有\)|（有）|【[^】]{1,12}】|［[^］]{1,12}］|\[[^\]]{1,12}\]|[※★☆●○◎■□◆◇▲△▼▽・＊*#①-⑳]+|[QＱ問][0-9０-９]{1,3}[._:：．\s]|[0-9]{1,2}[.．)）]\s*)\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();
}
