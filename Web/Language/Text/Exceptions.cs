namespace Web.Language;

/// <summary>"any wood but cherry", "every branch but Harbour": what "but" leaves out behind a word for all of them.</summary>
internal static class Exceptions
{
    private const int Reach = 4;
    private static readonly HashSet<string> Wholes = new(StringComparer.Ordinal) { "any", "every", "all", "anything", "everything", "anywhere", "everywhere", "anyone", "everyone", "anybody", "everybody", "each" };
    private static readonly HashSet<string> Goes = new(StringComparer.Ordinal) { "not", "only", "no", "with", "at", "less", "more", "fewer", "never", "also", "still", "i", "we", "it", "is", "are", "was", "were", "have", "has", "had", "a", "an", "under", "over", "below", "above", "without", "don", "doesn", "didn", "isn", "aren", "just", "then", "by", "in", "for", "from", "as", "when", "where", "if", "please", "show", "hide", "leave", "exclude" };

    public static IReadOnlyList<Token> Plain(IReadOnlyList<Token> tokens)
    {
        List<Token>? plain = null;
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Raw is not "but" || Goes.Contains(tokens[i + 1].Raw) || tokens[i + 1].Script == Script.Mark || tokens[i + 1].Number is not null) continue;
            if (!Enumerable.Range(Math.Max(0, i - Reach), i - Math.Max(0, i - Reach)).Any(k => Wholes.Contains(tokens[k].Raw)) || tokens[i - 1].Script == Script.Mark) continue;
            plain ??= [.. tokens];
            plain[i] = tokens[i] with { Text = "except", Raw = "except" };
        }
        return plain ?? tokens;
    }
}
