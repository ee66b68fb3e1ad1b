using System.Globalization;

namespace Web.Semantics.Expressions;

/// <summary>
/// Reads a definition: numbers, + - * /, brackets, and aggregates of a column with conditions,
/// <c>count(where status = "won") / count(where status in ("won", "lost"))</c>. Bounded in length, depth and number of aggregates.
/// </summary>
internal sealed class ExpressionParser
{
    public const int MostCharacters = 1000, MostDepth = 20, MostAggregates = 12, MostConditions = 10, MostValues = 100;

    private static readonly Dictionary<string, string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sum"] = Aggregates.Sum, ["avg"] = Aggregates.Mean, ["mean"] = Aggregates.Mean, ["average"] = Aggregates.Mean, ["min"] = Aggregates.Min, ["max"] = Aggregates.Max,
        ["count"] = Aggregates.Count, ["count_distinct"] = Aggregates.CountDistinct, ["median"] = Aggregates.Median,
        ["合計"] = Aggregates.Sum, ["平均"] = Aggregates.Mean, ["最小"] = Aggregates.Min, ["最大"] = Aggregates.Max, ["件数"] = Aggregates.Count, ["種類数"] = Aggregates.CountDistinct, ["中央値"] = Aggregates.Median,
    };

    private readonly List<ExpressionToken> tokens;
    private int at, depth, aggregates;

    private ExpressionParser(string text) => tokens = ExpressionTokens.Of(text);

    /// <summary>Names that no measure may have, since they are words of the language.</summary>
    public static bool IsFunction(string name) => Functions.ContainsKey(name);

    /// <exception cref="ExpressionFaultException">The first fault.</exception>
    public static ExpressionNode Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new ExpressionFaultException(new ExpressionFault(0, 0, "expression_empty"));
        if (text.Length > MostCharacters) throw new ExpressionFaultException(new ExpressionFault(MostCharacters, text.Length - MostCharacters, "expression_too_long", Text(MostCharacters)));
        var parser = new ExpressionParser(text);
        var node = parser.Sum();
        if (parser.Here.Kind != TokenKind.End) throw parser.Unexpected("expression_operator_expected");
        return parser.aggregates > 0 ? node : throw new ExpressionFaultException(new ExpressionFault(0, text.Length, "expression_no_aggregate"));
    }

    private ExpressionToken Here => tokens[at];

    private ExpressionNode Sum()
    {
        var left = Product();
        while (Here is { Kind: TokenKind.Sign, Text: "+" or "-" }) left = Operation(left, tokens[at++].Text[0], Product());
        return left;
    }

    private ExpressionNode Product()
    {
        var left = Factor();
        while (Here is { Kind: TokenKind.Sign, Text: "*" or "/" }) left = Operation(left, tokens[at++].Text[0], Factor());
        return left;
    }

    private static ExpressionNode.Operation Operation(ExpressionNode left, char sign, ExpressionNode right) => new(sign, left, right, left.At, right.At + right.Length - left.At);

    private ExpressionNode Factor()
    {
        var first = Here;
        if (++depth > MostDepth) throw Fault(first, "expression_too_deep", Text(MostDepth));
        ExpressionNode node;
        switch (first.Kind)
        {
            case TokenKind.Number:
                at++;
                node = new ExpressionNode.Number(first.Value, first.At, first.Length);
                break;
            case TokenKind.Sign when first.Text == "-":
                at++;
                var of = Factor();
                node = new ExpressionNode.Negation(of, first.At, of.At + of.Length - first.At);
                break;
            case TokenKind.Sign when first.Text == "(":
                at++;
                node = Sum();
                Close();
                break;
            case TokenKind.Name:
                node = Aggregate();
                break;
            default:
                throw Unexpected("expression_value_expected");
        }
        depth--;
        return node;
    }

    private ExpressionNode.Aggregate Aggregate()
    {
        var name = Here;
        if (name.Quoted || tokens[at + 1] is not { Kind: TokenKind.Sign, Text: "(" }) throw Fault(name, "expression_column_alone", Checking.CheckScope.Shown(name.Text));
        if (!Functions.TryGetValue(name.Text, out var function)) throw Fault(name, "expression_function", Checking.CheckScope.Shown(name.Text));
        if (++aggregates > MostAggregates) throw Fault(name, "expression_too_many_aggregates", Text(MostAggregates));
        at += 2;
        Word? field = null;
        if (Here.Kind == TokenKind.Name && !IsWord("where")) field = Named();
        var where = IsWord("where") ? Conditions() : [];
        if (field is null && function != Aggregates.Count) throw Fault(Here, "expression_column_expected", name.Text);
        var end = Close();
        return new ExpressionNode.Aggregate(function, field, where, name.At, end.At + end.Length - name.At);
    }

    private List<ConditionNode> Conditions()
    {
        List<ConditionNode> conditions = [];
        do
        {
            at++;
            if (conditions.Count == MostConditions) throw Fault(Here, "expression_too_many_conditions", Text(MostConditions));
            conditions.Add(Condition());
        }
        while (IsWord("and"));
        return conditions;
    }

    private ConditionNode Condition()
    {
        if (Here.Kind != TokenKind.Name) throw Unexpected("expression_condition_column");
        var field = Named();
        if (IsWord("not") || IsWord("in"))
        {
            var not = IsWord("not");
            if (not) at++;
            if (!IsWord("in")) throw Unexpected("expression_comparison");
            at++;
            return List(field, not ? FilterOp.NotIn : FilterOp.In);
        }
        var sign = Here;
        FilterOp? op = sign.Kind != TokenKind.Sign ? null : sign.Text switch
        {
            "=" => FilterOp.Equal,
            "!=" => FilterOp.NotEqual,
            "<" => FilterOp.Less,
            "<=" => FilterOp.LessOrEqual,
            ">" => FilterOp.Greater,
            ">=" => FilterOp.GreaterOrEqual,
            _ => null,
        };
        if (op is null) throw Unexpected("expression_comparison");
        at++;
        var from = Here;
        var value = Value();
        return new ConditionNode(field, op.Value, [value], from.At, tokens[at - 1].At + tokens[at - 1].Length - from.At);
    }

    private ConditionNode List(Word field, FilterOp op)
    {
        var from = Here;
        if (from is not { Kind: TokenKind.Sign, Text: "(" }) throw Unexpected("expression_list");
        List<object> values = [];
        do
        {
            at++;
            if (values.Count == MostValues) throw Fault(Here, "expression_too_many_values", Text(MostValues));
            values.Add(Value());
        }
        while (Here is { Kind: TokenKind.Sign, Text: "," });
        var end = Close();
        return new ConditionNode(field, op, values, from.At, end.At + end.Length - from.At);
    }

    private object Value()
    {
        var minus = Here is { Kind: TokenKind.Sign, Text: "-" };
        if (minus) at++;
        var token = Here;
        at++;
        return token.Kind switch
        {
            TokenKind.Number => minus ? -token.Value : token.Value,
            TokenKind.Text when !minus => token.Text,
            TokenKind.Name when !minus && !token.Quoted && token.Text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
            TokenKind.Name when !minus && !token.Quoted && token.Text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
            TokenKind.Name => throw Fault(token, "expression_value_unquoted", Checking.CheckScope.Shown(token.Text)),
            _ => throw Fault(token, "expression_condition_value"),
        };
    }

    private Word Named()
    {
        var token = tokens[at++];
        return new Word(token.Text, token.At, token.Length);
    }

    private bool IsWord(string word) => Here is { Kind: TokenKind.Name, Quoted: false } && Here.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private ExpressionToken Close() => Here is { Kind: TokenKind.Sign, Text: ")" } ? tokens[at++] : throw Unexpected("expression_bracket");

    private ExpressionFaultException Unexpected(string code) => Fault(Here, Here.Kind == TokenKind.End ? code + "_end" : code, Checking.CheckScope.Shown(Here.Text));

    private static ExpressionFaultException Fault(ExpressionToken token, string code, params IReadOnlyList<string> args) => new(new ExpressionFault(token.At, Math.Max(1, token.Length), code, args));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
