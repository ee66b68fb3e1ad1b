using System.Globalization;

namespace Web.Semantics.Expressions;

internal enum TokenKind { Number, Name, Text, Sign, End }

/// <param name="Text">A name or text without its quotes, a sign as one of <c>+ - * / ( ) , = != &lt; &lt;= &gt; &gt;=</c>.</param>
/// <param name="Quoted">A name in <c>`…`</c> or <c>[…]</c>, which is never a word of the language.</param>
internal readonly record struct ExpressionToken(TokenKind Kind, string Text, int At, int Length, decimal Value = 0, bool Quoted = false);

/// <summary>Cuts a definition into its signs, names, numbers and texts. Full-width signs count as their plain ones, so 売上（円） may be typed as it comes.</summary>
internal sealed class ExpressionTokens(string text)
{
    private const string Wide = "（）＋－＊／，＝＜＞！×÷−、", Plain = "()+-*/,=<>!*/-,";
    private int i;

    public static List<ExpressionToken> Of(string text)
    {
        var reader = new ExpressionTokens(text);
        List<ExpressionToken> tokens = [];
        do tokens.Add(reader.Next());
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private ExpressionToken Next()
    {
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        if (i == text.Length) return new(TokenKind.End, "", i, 0);
        var from = i;
        var c = Sign(text[i]);
        if (char.IsAsciiDigit(c)) return Number(from);
        if (c is '"' or '\'' or '“' or '「') return Quote(from, TokenKind.Text, c switch { '“' => '”', '「' => '」', _ => c });
        if (c is '`' or '[') return Quote(from, TokenKind.Name, c == '[' ? ']' : '`');
        if (char.IsLetter(text[i]) || c == '_') return Name(from);
        i++;
        if (c is '!' or '<' or '>' && i < text.Length && Sign(text[i]) == '=') return new(TokenKind.Sign, $"{c}=", from, ++i - from);
        if (c is '≠' || (c == '<' && i < text.Length && Sign(text[i]) == '>')) return new(TokenKind.Sign, "!=", from, (c == '<' ? ++i : i) - from);
        if (c is '≤' or '≥') return new(TokenKind.Sign, c == '≤' ? "<=" : ">=", from, 1);
        return "+-*/(),=<>".Contains(c, StringComparison.Ordinal) ? new(TokenKind.Sign, c.ToString(), from, 1)
            : throw Fault(from, 1, "expression_character", char.IsSurrogate(c) && from + 1 < text.Length ? text.Substring(from, 2) : text[from].ToString());
    }

    private ExpressionToken Number(int from)
    {
        while (i < text.Length && (char.IsAsciiDigit(Sign(text[i])) || text[i] is '.' or '．')) i++;
        var digits = string.Concat(text[from..i].Select(Sign)).Replace('．', '.');
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || digits.EndsWith('.'))
            throw Fault(from, i - from, "expression_number", Checking.CheckScope.Shown(text[from..i]));
        if (i < text.Length && Sign(text[i]) is '%' or '％') throw Fault(i, 1, "expression_percent");
        return new(TokenKind.Number, digits, from, i - from, value);
    }

    private ExpressionToken Name(int from)
    {
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '.' || char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark)) i++;
        return new(TokenKind.Name, text[from..i], from, i - from);
    }

    /// <summary>A quote within quotes is written twice.</summary>
    private ExpressionToken Quote(int from, TokenKind kind, char end)
    {
        var inside = new System.Text.StringBuilder();
        for (i++; i < text.Length; i++)
        {
            if (text[i] != end)
            {
                inside.Append(text[i]);
                continue;
            }
            i++;
            if (i < text.Length && text[i] == end && end is '"' or '\'' or '`') inside.Append(end);
            else return new(kind, inside.ToString(), from, i - from, Quoted: true);
        }
        throw Fault(from, text.Length - from, "expression_quote_open", end.ToString());
    }

    private static char Sign(char c) =>
        c is >= '０' and <= '９' ? (char)(c - '０' + '0') : Wide.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c;

    private static ExpressionFaultException Fault(int at, int length, string code, params IReadOnlyList<string> args) => new(new ExpressionFault(at, length, code, args));
}
