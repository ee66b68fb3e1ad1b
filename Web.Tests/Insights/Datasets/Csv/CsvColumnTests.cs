using System.Text.Json;
using Web.Insights.Datasets.Csv;
using Web.Kernel;
using Web.Semantics;
using static Web.Tests.Insights.Datasets.Csv.CsvSample;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>Names, roles, defaults and words of the columns, and a person's last word on them.</summary>
public sealed class CsvColumnTests
{
    [Theory]
    [InlineData("numOfSeats", "num_of_seats")]
    [InlineData("HTTPStatusCode", "http_status_code")]
    [InlineData("Order Date", "order_date")]
    [InlineData(" price ", "price")]
    [InlineData("price (USD)", "price_usd")]
    [InlineData("weight [kg]", "weight_kg")]
    [InlineData("売上", "sales")]
    [InlineData("売上（千円）", "sales")]
    [InlineData("受注日", "order_date")]
    [InlineData("担当者名", "owner_name")]
    [InlineData("顧客ID", "customer_id")]
    [InlineData("地域", "region")]
    [InlineData("備考欄", "column_1")]
    [InlineData("", "column_1")]
    [InlineData("2019 sales", "c_2019_sales")]
    [InlineData("Größe", "grosse")]
    [InlineData("select", "select")]
    [InlineData("\"; drop table x;--", "drop_table_x")]
    [InlineData("Имя", "column_1")]
    [InlineData("売上率%", "sales_rate_percent")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggg", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg")]
    public async Task A_header_is_kept_and_a_name_is_made_of_it(string header, string name)
    {
        var plan = await PlanAsync($"\"{header.Replace("\"", "\"\"", StringComparison.Ordinal)}\",other\n1,2\n");
        Assert.Equal((name, header), (plan.Columns[0].Column.Name, plan.Columns[0].Column.SourceName));
        Assert.Matches("^[a-z][a-z0-9_]{0,62}$", name);
        Assert.Equal(header.Trim().Length == 0 ? name : header, plan.Columns[0].Column.TitleIn("ja"));
    }

    [Fact]
    public async Task Names_are_unique()
    {
        var plan = await PlanAsync("a,A,a_2,,売上,sales,column_4\n1,2,3,4,5,6,7\n");
        Assert.Equal(["a", "a_2", "a_2_2", "column_4", "sales", "sales_2", "column_4_2"], plan.Columns.Select(c => c.Column.Name));
    }

    [Theory]
    [InlineData("売上", "sales")]
    [InlineData("売上（千円）", "売上|sales")]
    [InlineData("sales", "売上")]
    [InlineData("Order Date", "注文日")]
    [InlineData("customer name", "顧客名")]
    [InlineData("customerId", "顧客ID")]
    [InlineData("region", "地域")]
    [InlineData("zzz", "")]
    public async Task The_other_language_s_words_are_synonyms(string header, string synonyms) =>
        Assert.Equal(synonyms, string.Join('|', (await ColumnAsync(header, "1", "2")).Column.Column.Synonyms));

    [Theory]
    [InlineData("year", "2019|2020|2020", ColumnType.Integer, ColumnRole.Time, null)]
    [InlineData("年度", "2019|2020", ColumnType.Integer, ColumnRole.Time, null)]
    [InlineData("x", "2019年|2020年", ColumnType.Integer, ColumnRole.Time, null)]
    [InlineData("x", "令和6年|平成30年", ColumnType.Integer, ColumnRole.Time, null)]
    [InlineData("class", "1|2|3|1", ColumnType.Integer, ColumnRole.Dimension, null)]
    [InlineData("Pclass", "1|2|3|1", ColumnType.Integer, ColumnRole.Dimension, null)]
    [InlineData("店舗コード", "101|102|101", ColumnType.Integer, ColumnRole.Dimension, null)]
    [InlineData("zip", "94103|94104|94103", ColumnType.Integer, ColumnRole.Dimension, null)]
    [InlineData("order_id", "1|2|3|4", ColumnType.Integer, ColumnRole.Identity, null)]
    [InlineData("社員番号", "A1|A2|A3", ColumnType.Text, ColumnRole.Identity, null)]
    [InlineData("name", "x|y|z", ColumnType.Text, ColumnRole.Dimension, null)]
    [InlineData("lat", "35.6|-12.5", ColumnType.Number, ColumnRole.Measure, "mean")]
    [InlineData("緯度", "35.6|-12.5", ColumnType.Number, ColumnRole.Measure, "mean")]
    [InlineData("利益率", "0.1|0.2", ColumnType.Number, ColumnRole.Measure, "mean")]
    [InlineData("age", "31|45", ColumnType.Integer, ColumnRole.Measure, "mean")]
    [InlineData("temp_max", "31|45", ColumnType.Integer, ColumnRole.Measure, "mean")]
    [InlineData("unit price", "31|45", ColumnType.Integer, ColumnRole.Measure, "mean")]
    [InlineData("rating", "5|4|3", ColumnType.Integer, ColumnRole.Measure, "mean")]
    [InlineData("quantity", "5|4|3", ColumnType.Integer, ColumnRole.Measure, "sum")]
    [InlineData("売上", "5|4|3", ColumnType.Integer, ColumnRole.Measure, "sum")]
    [InlineData("total price", "5|4|3", ColumnType.Integer, ColumnRole.Measure, "sum")]
    public async Task Roles_come_before_types(string header, string cells, ColumnType type, ColumnRole role, string? aggregate)
    {
        var (_, column) = await ColumnAsync(header, cells.Split('|'));
        Assert.Equal((type, role, aggregate), (column.Column.Type, column.Column.Role, column.Column.DefaultAggregate));
    }

    [Fact]
    public async Task Years_of_the_eras_are_years() => Assert.Equal([2024L, 2018L, 2019L, 2020L], await ValuesAsync("x", "令和6年", "平成30年", "令和元年", "2020年"));

    [Fact]
    public async Task What_a_question_leaves_out_is_chosen()
    {
        var plan = await PlanAsync("order_id,created_at,order date,customer,quantity,amount\n" + string.Concat(
            Enumerable.Range(1, 40).Select(i => $"{i},2024-01-{1 + i % 28:00} 10:30,2024-{1 + i % 12:00}-15,c{i % 3},{i},{i * 100}\n")));
        Assert.Equal(("order_date", Grain.Month, "amount"), (plan.DefaultTime, plan.DefaultGrain, plan.DefaultMeasure));
        Assert.Equal(("orders", "注文"), (plan.CountOf["en"], plan.CountOf["ja"]));
        Assert.Equal(0, plan.FaultyRows);
    }

    [Theory]
    [InlineData("2024-01-01|2024-01-20", Grain.Day)]
    [InlineData("2024-01-01|2024-04-20", Grain.Week)]
    [InlineData("2024-01-05|2024-12-20", Grain.Month)]
    [InlineData("2024-01-01|2024-02-01", Grain.Month)]
    [InlineData("2022-01-01|2023-01-01", Grain.Year)]
    [InlineData("1990-05-01|2023-01-07", Grain.Year)]
    [InlineData("2024-01-01 10:00|2024-01-02 11:00", Grain.Hour)]
    public async Task The_grain_follows_the_span(string cells, Grain grain) =>
        Assert.Equal(grain, (await ColumnAsync("d", cells.Split('|'))).Plan.DefaultGrain);

    [Fact]
    public async Task The_plan_goes_through_json_and_back()
    {
        var bytes = Bytes("受注日,金額(円),x\n5/3/2024,\"1,234\",a\n25/3/2024,5,b\nzz,6\n");
        var plan = await PlanAsync(bytes);
        foreach (var options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web, ChartJson.Options })
        {
            var back = JsonSerializer.Deserialize<CsvPlan>(JsonSerializer.Serialize(plan, options), options)!;
            Assert.Equivalent(plan, back, strict: true);
            Assert.Equal(plan.Columns.Select(c => c.Format), back.Columns.Select(c => c.Format));
            var batch = Assert.Single(await BatchesAsync(back, bytes));
            Assert.Equal([new DateOnly(2024, 3, 5), new DateOnly(2024, 3, 25)], (DateOnly?[])batch.Cells[0]);
            Assert.Equal([1234L, 5L], (long?[])batch.Cells[1]);
        }
    }

    [Fact]
    public async Task A_person_overrules()
    {
        var bytes = Bytes("code,amount,flag\n1,5,yes\n2,x,no\n3,y,yes\n");
        var plan = await PlanAsync(bytes);
        Assert.Equal((ColumnType.Integer, ColumnType.Text), (plan.Named("code").Type, plan.Named("amount").Type));
        var own = plan.WithType("amount", ColumnType.Number).WithType("code", ColumnType.Text).WithType("flag", ColumnType.Text);
        Assert.Equal((ColumnRole.Measure, "sum"), (own.Named("amount").Role, own.Named("amount").DefaultAggregate));
        Assert.Equal("amount", own.DefaultMeasure);
        own = await CsvInference.RecountAsync(own, () => new MemoryStream(bytes), Tokyo, CancellationToken.None);
        Assert.Equal((3, 2), (own.Rows, own.FaultyRows));
        Assert.Equal([(2L, "x"), (3L, "y")], own.Faults.Select(f => (f.Row, f.Value)));
        var batch = Assert.Single(await BatchesAsync(own, bytes));
        Assert.Equal((3, 1, 2), (batch.RowsRead, batch.Count, batch.Faults.Count));
        Assert.Equal<object?>("1", Assert.Single((string?[])batch.Cells[0]));
        Assert.Equal([5m], (decimal?[])batch.Cells[1]);
        Assert.Equal<object?>("yes", Assert.Single((string?[])batch.Cells[2]));
    }

    [Fact]
    public async Task Overruling_needs_a_column_and_money_a_currency()
    {
        var plan = await PlanAsync("a,amount\nx,5\ny,7\n");
        Assert.Equal("column_unknown", Assert.Throws<RefusalException>(() => plan.WithType("b", ColumnType.Text)).Code);
        Assert.Equal("currency_unknown", Assert.Throws<RefusalException>(() => plan.WithType("amount", ColumnType.Money)).Code);
        Assert.Equal("USD", plan.WithType("amount", ColumnType.Money, "USD").Named("amount").Currency);
        var back = plan.WithType("amount", ColumnType.Money, "USD").WithType("amount", ColumnType.Integer);
        Assert.Equal((ColumnRole.Measure, null), (back.Named("amount").Role, back.Named("amount").Currency));
    }

    [Fact]
    public async Task A_resumed_read_goes_on_where_it_was()
    {
        var bytes = Bytes("n,d\n" + string.Concat(Enumerable.Range(1, 100).Select(i => i % 10 == 0 ? $"{i}\n" : $"{i},2024-01-01\n")));
        var plan = await PlanAsync(bytes);
        var whole = await BatchesAsync(plan, bytes, size: 30);
        Assert.Equal([30L, 60L, 90L, 100L], whole.Select(b => b.RowsRead));
        Assert.Equal([27, 27, 27, 9], whole.Select(b => b.Count));
        Assert.All(whole, batch => Assert.All(batch.Cells, cells => Assert.Equal(batch.Count, cells.Length)));
        Assert.Equal(bytes.Length, whole[^1].BytesRead);
        var rest = await BatchesAsync(plan, bytes, skip: 60, size: 30);
        Assert.Equal([90L, 100L], rest.Select(b => b.RowsRead));
        Assert.Equal((long?[])whole[2].Cells[0], (long?[])rest[0].Cells[0]);
        Assert.Equal(whole[2].Faults, rest[0].Faults);
        Assert.Equal([70L, 80L, 90L], rest[0].Faults.Select(f => f.Row));
    }

    [Fact]
    public async Task Only_the_first_thousand_faults_are_kept()
    {
        var plan = await PlanAsync("a,b\n" + string.Concat(Enumerable.Repeat("x\n", 1500)) + "p,q\n");
        Assert.Equal((1501, 1500, CsvPlan.MostFaults), (plan.Rows, plan.FaultyRows, plan.Faults.Count));
    }
}
