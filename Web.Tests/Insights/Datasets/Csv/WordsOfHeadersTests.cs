using Web.Insights.Datasets.Csv;
using static Web.Tests.Insights.Datasets.Csv.CsvSample;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>What headers and titles are called by people.</summary>
public sealed class WordsOfHeadersTests
{
    [Theory]
    [InlineData("num_of_seats", "Number of seats", null)]
    [InlineData("NumOfSeats", "Number of seats", null)]
    [InlineData("売上_千円", "Sales", "売上")]
    [InlineData("受注日", "Order date", "受注日")]
    [InlineData("cust_id", "Customer ID", "顧客ID")]
    [InlineData("avg_temp_c", "Average temperature", null)]
    [InlineData("ABV (%)", "ABV", null)]
    [InlineData("OrderDate", "Order date", "注文日")]
    [InlineData("備考欄", null, "備考欄")]
    [InlineData("region", "Region", "地域")]
    public void A_title_is_offered(string header, string? english, string? japanese)
    {
        var titles = NaturalTitle.Of(new Header(header));
        Assert.Equal((english, japanese ?? titles.GetValueOrDefault("ja")), (titles.GetValueOrDefault("en"), titles.GetValueOrDefault("ja")));
    }

    [Fact]
    public async Task The_header_stays_the_title_and_what_it_means_is_understood()
    {
        var (_, column) = await ColumnAsync("num_of_seats", "20", "40", "40");
        Assert.Equal("num_of_seats", column.Column.TitleIn("en"));
        Assert.Contains("number of seats", column.Column.Synonyms);
    }

    [Theory]
    [InlineData("employee_id", "employees", "従業員")]
    [InlineData("社員番号", "employees", "社員")]
    [InlineData("orderNo", "orders", "注文")]
    [InlineData("company_name", "companies", "会社")]
    [InlineData("id", null, null)]
    public void A_row_s_number_says_what_rows_are(string header, string? english, string? japanese)
    {
        var count = CountWord.OfHeader(new Header(header));
        Assert.Equal(english, count?.GetValueOrDefault("en"));
        if (japanese is not null) Assert.Contains(count!["ja"], new[] { japanese, "社員" });
    }

    [Theory]
    [InlineData("Employees 2024", "employees", null)]
    [InlineData("customer list", "customers", null)]
    [InlineData("movies", "movies", null)]
    [InlineData("best_countries", "best countries", null)]
    [InlineData("support_tickets_2023_final", "support tickets", null)]
    [InlineData("社員一覧", "employees", "社員")]
    [InlineData("取引先マスタ_202404", "accounts", "取引先")]
    [InlineData("町内会員名簿", null, "町内会員")]
    [InlineData("Weather", null, null)]
    [InlineData("Sales", null, null)]
    [InlineData("sales_data", null, null)]
    [InlineData("Quarterly statistics", null, null)]
    [InlineData("売上明細", null, null)]
    public void A_title_says_it_where_it_names_things(string title, string? english, string? japanese)
    {
        var count = CountWord.OfTitle(title);
        Assert.Equal(english, count?.GetValueOrDefault("en"));
        if (japanese is not null) Assert.Equal(japanese, count!["ja"]);
    }

    [Theory]
    [InlineData("birth_date,hire_date,termination_date", "hire_date")]
    [InlineData("created_at,order_date,ship_date", "order_date")]
    [InlineData("updated_at,created_at", "created_at")]
    [InlineData("due_date,start_date,end_date", "start_date")]
    [InlineData("登録日,受注日,納期", "order_date")]
    [InlineData("更新日時,発生日時", "column_2")]
    [InlineData("date_of_birth,visit_date", "visit_date")]
    [InlineData("expected_close,opened,closed", "opened")]
    [InlineData("last_login,signup", "signup")]
    [InlineData("delivery_date,purchase_date,payment_date", "purchase_date")]
    public async Task Of_several_dates_the_event_s_is_meant(string headers, string time)
    {
        var many = headers.Count(c => c == ',') + 1;
        var plan = await PlanAsync(headers + "\n" + string.Concat(Enumerable.Range(1, 20).Select(i => string.Join(',', Enumerable.Repeat($"2024-02-{i:00}", many)) + "\n")));
        Assert.Equal(time, plan.DefaultTime);
    }
}
