using System.Text.Json;
using Web.Semantics;
using Web.Semantics.Expressions;

namespace Web.Tests.Semantics.Expressions;

/// <summary>Definitions of figures: what they are worked out to, what they are in, and what is wrong with bad ones.</summary>
public sealed class MeasureExpressionTests(SalesDatabase database) : IClassFixture<SalesDatabase>
{
    private static readonly IReadOnlyList<Sale> Own = Sales.Own;

    public static TheoryData<string, double> Figures => new()
    {
        { "count()", Own.Count },
        { "COUNT() + 2 * 3 - 1", Own.Count + 5 },
        { "(count() + 2) * 3", (Own.Count + 2) * 3 },
        { "-count()", -Own.Count },
        { "10 - 4 - count() / count()", 5 },
        { "sum(quantity)", Own.Sum(s => s.Quantity) },
        { "合計(quantity)", Own.Sum(s => s.Quantity) },
        { "avg(quantity)", Own.Average(s => s.Quantity) },
        { "max(quantity) - min(quantity)", Own.Max(s => s.Quantity) - Own.Min(s => s.Quantity) },
        { "median(quantity)", Median([.. Own.Select(s => (double)s.Quantity)]) },
        { "count_distinct(rep)", Own.Select(s => s.Rep).Distinct().Count() },
        { "count(region)", Own.Count(s => s.Region is not null) },
        { "count(where rush = true) / count()", Own.Count(s => s.Rush) / (double)Own.Count },
        { "100 * count(where region in (\"east\", \"west\")) / count(where region != 'north')", 100.0 * Own.Count(s => s.Region is "east" or "west") / Own.Count(s => s.Region is "east" or "west") },
        { "count(where quantity >= 10 and rep = “aoki”)", Own.Count(s => s.Quantity >= 10 && s.Rep == "aoki") },
        { "count（where quantity ≥ １０ and rep = 「aoki」）", Own.Count(s => s.Quantity >= 10 && s.Rep == "aoki") },
        { "count(where quantity > -2)", Own.Count(s => s.Quantity > -2) },
        { "count(where product = 'O''Neil \"x\"')", Own.Count(s => s.Product == "O'Neil \"x\"") },
        { "count(where product not in ('Desk'))", Own.Count(s => s.Product != "Desk") },
        { "count(where sold_on >= '2025-01-01')", Own.Count(s => s.SoldOn >= new DateOnly(2025, 1, 1)) },
        { "sum(amount) / count()", (double)Own.Sum(s => s.Amount ?? 0) / Own.Count },
        { "sum(`Sales Rep`) / 1".Replace("sum", "count_distinct", StringComparison.Ordinal), 5 },
        { "count([Sales Rep] where [Sales Rep] = 'aoki')", Own.Count(s => s.Rep == "aoki") },
        { "count(where customer.industry = 'retail')", Own.Count(s => s.Customer == 1) },
        { "sum(amount where amount > 100000) / sum(amount)", (double)Own.Where(s => s.Amount > 100000).Sum(s => s.Amount!.Value) / Own.Sum(s => s.Amount ?? 0) },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task A_definition_gives_its_figure(string expression, double expected)
    {
        var result = await database.RunAsync(Query(expression));
        Assert.Equal(expected, Convert.ToDouble(Assert.Single(result.Rows)[0], System.Globalization.CultureInfo.InvariantCulture), 6);
    }

    [Theory]
    [InlineData("count() / (count() - count())")]
    [InlineData("sum(quantity where rep = 'nobody')")]
    [InlineData("1 / count(where rep = 'nobody')")]
    public async Task What_cannot_be_worked_out_is_no_figure(string expression) => Assert.Null(Assert.Single((await database.RunAsync(Query(expression))).Rows)[0]);

    [Theory]
    [InlineData("sum(amount)", ColumnType.Money, "JPY", null)]
    [InlineData("sum(amount) / count()", ColumnType.Money, "JPY", null)]
    [InlineData("sum(amount) / sum(amount)", ColumnType.Number, null, null)]
    [InlineData("2 * (sum(amount) - avg(amount))", ColumnType.Money, "JPY", null)]
    [InlineData("count()", ColumnType.Number, null, null)]
    [InlineData("sum(quantity)", ColumnType.Number, null, "pieces")]
    [InlineData("sum(quantity) / count()", ColumnType.Number, null, "pieces")]
    [InlineData("sum(quantity) / sum(quantity)", ColumnType.Number, null, null)]
    [InlineData("sum(amount) / sum(quantity)", ColumnType.Money, "JPY", null)]
    [InlineData("sum(quantity) + 5", ColumnType.Number, null, "pieces")]
    public void It_is_known_what_a_figure_is_in(string expression, ColumnType type, string? currency, string? unit)
    {
        var read = Read(expression, out var fault);
        Assert.Null(fault);
        Assert.Equal((type, currency, unit), (read!.Type, read.Currency, read.Unit));
    }

    [Theory]
    [InlineData("", 0, "expression_empty")]
    [InlineData("1 + 2", 0, "expression_no_aggregate")]
    [InlineData("sum(quantity) sum(quantity)", 14, "expression_operator_expected")]
    [InlineData("sum(quantity) / ", 16, "expression_value_expected_end")]
    [InlineData("sum(quantity) / * 2", 16, "expression_value_expected")]
    [InlineData("quantity / 2", 0, "expression_column_alone")]
    [InlineData("total(quantity)", 0, "expression_function")]
    [InlineData("sum()", 4, "expression_column_expected")]
    [InlineData("sum(where rush = true)", 21, "expression_column_expected")]
    [InlineData("sum(quantity", 12, "expression_bracket_end")]
    [InlineData("(sum(quantity) 5", 15, "expression_bracket")]
    [InlineData("count(where)", 11, "expression_condition_column")]
    [InlineData("count(where rep)", 15, "expression_comparison")]
    [InlineData("count(where rep like 'a')", 16, "expression_comparison")]
    [InlineData("count(where rep in 'a')", 19, "expression_list")]
    [InlineData("count(where rep = aoki)", 18, "expression_value_unquoted")]
    [InlineData("count(where rep = )", 18, "expression_condition_value")]
    [InlineData("count(where rep = 'aoki)", 18, "expression_quote_open")]
    [InlineData("sum(quantity); drop table sales", 13, "expression_character")]
    [InlineData("sum(quantity) -- hidden", 17, "expression_column_alone")]
    [InlineData("sum(quantity) * 1.2.3", 16, "expression_number")]
    [InlineData("sum(quantity) * 10%", 18, "expression_percent")]
    [InlineData("sum(quantity) / 0", 16, "expression_by_zero")]
    [InlineData("sum(nothing)", 4, "field_not_found")]
    [InlineData("count(where secret = 'aoki')", 12, "field_not_found")]
    [InlineData("sum(rep)", 4, "aggregate_needs_number")]
    [InlineData("sum(year)", 4, "aggregate_not_for_role")]
    [InlineData("max(sold_on)", 4, "expression_needs_number")]
    [InlineData("sum(fee)", 4, "expression_mixed_currencies")]
    [InlineData("sum(amount) * sum(amount)", 0, "expression_amounts_multiplied")]
    [InlineData("sum(amount) + sum(cost)", 0, "expression_currencies_differ")]
    [InlineData("sum(amount) / sum(cost)", 0, "expression_currencies_differ")]
    [InlineData("sum(amount) + 5", 0, "expression_amount_and_number")]
    [InlineData("sum(quantity) + sum(days_ago)", 0, "expression_units_differ")]
    [InlineData("count(where quantity = 'x')", 23, "value_needs_number")]
    [InlineData("count(where rush > true)", 19, "op_not_for_type")]
    public void A_fault_is_said_at_its_place(string expression, int at, string code)
    {
        Assert.Null(Read(expression, out var fault));
        Assert.Equal((code, at), (fault!.Code, fault.At));
        foreach (var locale in new[] { "ja", "en" }) Assert.DoesNotContain("{", fault.MessageIn(locale), StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_are_bounded()
    {
        Assert.Equal("expression_too_deep", Fault(new string('(', 30) + "count()" + new string(')', 30)));
        Assert.Equal("expression_too_deep", Fault(new string('-', 30) + "count()"));
        Assert.Equal("expression_too_many_aggregates", Fault(string.Join('+', Enumerable.Repeat("count()", 13))));
        Assert.Equal("expression_too_long", Fault("count() + " + new string('1', 1000)));
        Assert.Equal("expression_too_many_conditions", Fault($"count(where {string.Join(" and ", Enumerable.Repeat("rush = true", 11))})"));
        Assert.Equal("expression_too_many_values", Fault($"count(where rep in ({string.Join(',', Enumerable.Repeat("'a'", 101))}))"));
    }

    [Fact]
    public void No_text_of_a_definition_gets_into_the_statement()
    {
        var sql = SqlCompiler.Compile(Query("count(where rep = 'x''); drop table sales; --') + 12345"));
        Assert.DoesNotContain("drop", sql.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", sql.Text, StringComparison.Ordinal);
        Assert.Contains(sql.Parameters, parameter => parameter.Value is "x'); drop table sales; --");
    }

    [Fact]
    public void Whatever_is_typed_is_understood_or_refused()
    {
        var random = new Random(7);
        string[] pieces = ["sum", "count", "(", ")", "quantity", "where", "and", "in", "rep", "=", "'a'", "\"", "+", "-", "*", "/", "1", ".5", ",", " ", "`", "[", "]", "not", "売上", "（", "\0", "😀", "true", "9e9"];
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 15)).Select(_ => pieces[random.Next(pieces.Length)]));
            var read = Read(text, out var fault);
            Assert.NotEqual(read is null, fault is null);
            if (fault is not null) Assert.InRange(fault.At, 0, text.Length);
        }
    }

    private static DatasetContract Contract { get; } = Sales.Contract with
    {
        Columns = [.. Sales.Contract.Columns.Select(column => column.Name switch { "quantity" => column with { Unit = "pieces" }, "days_ago" => column with { Unit = "days" }, _ => column })],
    };

    private static MeasureExpression? Read(string text, out ExpressionFault? fault) => MeasureExpression.Read(text, Contract, Sales.Tokyo, Sales.Today, out fault);

    private static string Fault(string text) => Read(text, out var fault) is null ? fault!.Code : "";

    private static CheckedQuery Query(string expression)
    {
        var contract = Contract with { Measures = [new NamedMeasure { Name = "figure", Expression = expression }] };
        var query = JsonSerializer.Deserialize<ChartQuery>("""{"chart_type":"big_number","dataset":"sales","measures":[{"aggregate":"figure"}]}""", ChartJson.Options)!;
        return Assert.IsType<CheckOutcome.Fits>(Checks.Gate.Check(query, new Catalog([new Dataset(contract, Sales.Source)]), Sales.Tokyo, Sales.Today)).Query;
    }

    private static double Median(double[] numbers)
    {
        Array.Sort(numbers);
        return numbers.Length % 2 == 1 ? numbers[numbers.Length / 2] : (numbers[(numbers.Length / 2) - 1] + numbers[numbers.Length / 2]) / 2;
    }
}
