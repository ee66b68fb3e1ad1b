using System.Globalization;
using Web.Insights.Datasets.Csv;
using Web.Semantics;
using static Web.Tests.Insights.Datasets.Csv.CsvSample;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>What a column's cells are read as, and as what values.</summary>
public sealed class CsvTypeTests
{
    [Theory]
    [InlineData("amount", "1,234|-5|+7|▲8|(9)|△10", "1234|-5|7|-8|-9|-10", ColumnType.Integer)]
    [InlineData("amount", "１２３|－４|１，２３４", "123|-4|1234", ColumnType.Integer)]
    [InlineData("amount", "1 234|12 345 678|7", "1234|12345678|7", ColumnType.Integer)]
    [InlineData("amount", "1'234|5", "1234|5", ColumnType.Integer)]
    [InlineData("amount", "1.5|2|-0.25|.5|1,234.5", "1.5|2|-0.25|0.5|1234.5", ColumnType.Number)]
    [InlineData("amount", "1,5|2|1.234,56", "1.5|2|1234.56", ColumnType.Number)]
    [InlineData("amount", "1.234.567|12,5", "1234567|12.5", ColumnType.Number)]
    [InlineData("amount", "12,34,567|1,00,000", "1234567|100000", ColumnType.Integer)]
    [InlineData("x", "1e3|2.5E-3|7", "1000|0.0025|7", ColumnType.Number)]
    [InlineData("x", "9223372036854775807|-9223372036854775807", "9223372036854775807|-9223372036854775807", ColumnType.Integer)]
    [InlineData("x", "9223372036854775808|1", "9223372036854775808|1", ColumnType.Number)]
    [InlineData("x", "79228162514264337593543950336123|1", "79228162514264337593543950336123|1", ColumnType.Text)]
    [InlineData("x", "1.0|2.0", "1|2", ColumnType.Number)]
    [InlineData("zip", "060|100|007", "060|100|007", ColumnType.Text)]
    [InlineData("x", "0312345678|0398765432", "0312345678|0398765432", ColumnType.Text)]
    [InlineData("x", "0000123|1234567|7654321|1111111|2222222|3333333", "0000123|1234567|7654321|1111111|2222222|3333333", ColumnType.Text)]
    [InlineData("seat", "12A|3B|4C", "12A|3B|4C", ColumnType.Text)]
    [InlineData("x", "10代|20代", "10代|20代", ColumnType.Text)]
    [InlineData("x", "03-1234-5678|06-1111-2222", "03-1234-5678|06-1111-2222", ColumnType.Text)]
    [InlineData("x", "1|2|N/A|-|NaN|null|なし|4", "1|2||||||4", ColumnType.Integer)]
    [InlineData("x", "a|-|NULL|b", "a|-|NULL|b", ColumnType.Text)]
    public async Task Numbers_are_read_as_people_write_them(string header, string cells, string values, ColumnType type)
    {
        var (plan, column) = await ColumnAsync(header, cells.Split('|'));
        Assert.Equal((type, 0L), (column.Column.Type, plan.FaultyRows));
        Assert.Equal(values.Split('|'), (await ValuesAsync(header, cells.Split('|'))).Select(Written));
    }

    [Theory]
    [InlineData("金額", "¥1,234|¥5", "1234|5", "JPY")]
    [InlineData("金額", "1,234円|5円|６円", "1234|5|6", "JPY")]
    [InlineData("金額", "￥1,234|▲￥5|-¥6", "1234|-5|-6", "JPY")]
    [InlineData("金額", "\\1,234|\\5", "1234|5", "JPY")]
    [InlineData("金額(円)", "1,234|5", "1234|5", "JPY")]
    [InlineData("price", "$5|$1,234.50|-$3", "500|123450|-300", "USD")]
    [InlineData("price", "USD 5|USD 7.25", "500|725", "USD")]
    [InlineData("price", "5 EUR|7 EUR", "500|700", "EUR")]
    [InlineData("price", "1.234,50 €|7,00 €", "123450|700", "EUR")]
    [InlineData("price (USD)", "5|7.5", "500|750", "USD")]
    [InlineData("price_usd", "5|7.5", "500|750", "USD")]
    [InlineData("price", "KWD 1.234|KWD 2", "1234|2000", "KWD")]
    public async Task One_currency_makes_money_in_minor_units(string header, string cells, string minor, string currency)
    {
        var (_, column) = await ColumnAsync(header, cells.Split('|'));
        Assert.Equal((ColumnType.Money, currency, null), (column.Column.Type, column.Column.Currency, column.Column.Unit));
        Assert.Equal(minor.Split('|'), (await ValuesAsync(header, cells.Split('|'))).Select(Written));
    }

    [Fact]
    public async Task Amounts_without_a_currency_get_none()
    {
        var (_, column) = await ColumnAsync("金額", "1234", "5");
        Assert.Equal((ColumnType.Integer, ColumnRole.Measure, null, "sum"), (column.Column.Type, column.Column.Role, column.Column.Currency, column.Column.DefaultAggregate));
    }

    [Fact]
    public async Task Mixed_currencies_stay_words_and_are_told()
    {
        var (plan, column) = await ColumnAsync("price", "$5", "€7", "¥8");
        Assert.Equal(ColumnType.Text, column.Column.Type);
        Assert.Equal(["mixed_currencies:price"], plan.Assumptions);
    }

    [Fact]
    public async Task What_is_finer_than_the_currency_is_a_number_and_nothing_is_rounded()
    {
        var (plan, column) = await ColumnAsync("price", "$1.005", "$2");
        Assert.Equal((ColumnType.Number, "USD"), (column.Column.Type, column.Column.Unit));
        Assert.Equal(["finer_than_currency:price"], plan.Assumptions);
        Assert.Equal([1.005m, 2m], await ValuesAsync("price", "$1.005", "$2"));
    }

    [Theory]
    [InlineData("rate", "12.5%|7%|−3％", "12.5|7|-3", "%", ColumnType.Number, "mean")]
    [InlineData("数量", "12個|5個", "12|5", "個", ColumnType.Integer, "sum")]
    [InlineData("load", "3.2 km|4 km", "3.2|4", "km", ColumnType.Number, "sum")]
    [InlineData("weight [kg]", "5|6.5", "5|6.5", "kg", ColumnType.Number, "mean")]
    [InlineData("売上（千円）", "1,200|300", "1200|300", "千円", ColumnType.Number, "sum")]
    [InlineData("売上_千円", "1,200|300", "1200|300", "千円", ColumnType.Number, "sum")]
    [InlineData("売上（百万円）", "1.5|3", "1.5|3", "百万円", ColumnType.Number, "sum")]
    public async Task Units_come_from_cells_or_header(string header, string cells, string values, string unit, ColumnType type, string aggregate)
    {
        var (_, column) = await ColumnAsync(header, cells.Split('|'));
        Assert.Equal((type, unit, null, aggregate), (column.Column.Type, column.Column.Unit, column.Column.Currency, column.Column.DefaultAggregate));
        Assert.Equal(values.Split('|'), (await ValuesAsync(header, cells.Split('|'))).Select(Written));
    }

    [Theory]
    [InlineData("d", "2024-03-05|2024/3/5|2024.03.05", "2024-03-05|2024-03-05|2024-03-05")]
    [InlineData("d", "5 Mar 2024|March 5, 2024|Mar 5 2024|5-Mar-24|5th March 2024|Tue, 5 Mar 2024", "2024-03-05|2024-03-05|2024-03-05|2024-03-05|2024-03-05|2024-03-05")]
    [InlineData("d", "2024年3月5日|２０２４年３月５日|2024年3月5日(火)|2024/3/5（火）", "2024-03-05|2024-03-05|2024-03-05|2024-03-05")]
    [InlineData("d", "2024年3月|2024-04|2024/5|Mar-24|March 2024|06/2024", "2024-03-01|2024-04-01|2024-05-01|2024-03-01|2024-03-01|2024-06-01")]
    [InlineData("d", "R6.3.5|令和6年3月5日|S63.1.7|H31.4.30|令和元年5月1日|平成31年4月30日|昭和64年1月7日", "2024-03-05|2024-03-05|1988-01-07|2019-04-30|2019-05-01|2019-04-30|1989-01-07")]
    [InlineData("d", "25/03/2024|05/03/2024", "2024-03-25|2024-03-05")]
    [InlineData("d", "03/25/2024|05/03/2024", "2024-03-25|2024-05-03")]
    [InlineData("d", "05/03/2024|06/03/2024", "2024-05-03|2024-06-03")]
    [InlineData("d", "05.03.2024|06.03.2024", "2024-03-05|2024-03-06")]
    [InlineData("d", "12/31/99|01/01/00|07/04/68", "1999-12-31|2000-01-01|2068-07-04")]
    [InlineData("d", "24/12/31|24/01/30", "2024-12-31|2024-01-30")]
    [InlineData("日", "24/03/05|24/04/06", "2024-03-05|2024-04-06")]
    [InlineData("date", "20240305|20240306", "2024-03-05|2024-03-06")]
    [InlineData("x", "20240305|20240306|20240307", "2024-03-05|2024-03-06|2024-03-07")]
    [InlineData("年月", "202403|202404", "2024-03-01|2024-04-01")]
    [InlineData("d", "2024-03-05 00:00:00|2024-03-06 00:00:00", "2024-03-05|2024-03-06")]
    [InlineData("d", "2024-03-05|-||2024-03-06", "2024-03-05|||2024-03-06")]
    public async Task Dates_are_read_as_people_write_them(string header, string cells, string values)
    {
        var (plan, column) = await ColumnAsync(header, cells.Split('|'));
        Assert.Equal((ColumnType.Date, ColumnRole.Time, 0L), (column.Column.Type, column.Column.Role, plan.FaultyRows));
        Assert.Equal(values.Split('|'), (await ValuesAsync(header, cells.Split('|'))).Select(Written));
    }

    [Theory]
    [InlineData("id", "20240305|20240306|20240307")]
    [InlineData("amount", "20240305|20240306|20240307")]
    [InlineData("x", "20240305|20249999|20240307")]
    [InlineData("x", "202403|202404|202405")]
    public async Task Digits_are_dates_only_where_all_says_so(string header, string cells) =>
        Assert.Equal(ColumnType.Integer, (await ColumnAsync(header, cells.Split('|'))).Column.Column.Type);

    [Theory]
    [InlineData("05/03/2024|06/04/2024", "month_first:d")]
    [InlineData("05.03.2024|06.04.2024", "day_first:d")]
    [InlineData("Mar-24|Apr-24", "month_and_year:d")]
    [InlineData("25/03/2024|06/04/2024", "")]
    [InlineData("2024-03-05|2024-03-06", "")]
    public async Task What_was_assumed_is_told(string cells, string assumption) =>
        Assert.Equal(assumption, string.Join(' ', (await ColumnAsync("d", cells.Split('|'))).Plan.Assumptions));

    [Fact]
    public async Task One_cell_decides_the_order_of_all_and_one_that_contradicts_is_faulty()
    {
        string[] cells = [.. Enumerable.Repeat("05/03/2024", 20), "25/03/2024", "26/03/2024", "03/27/2024"];
        var (plan, _) = await ColumnAsync("d", cells);
        var fault = Assert.Single(plan.Faults);
        Assert.Equal((23L, CsvFaults.NoSuchDay, "03/27/2024"), (fault.Row, fault.Code, fault.Value));
    }

    [Theory]
    [InlineData("2024-03-05 14:30:15|2024-03-05T14:30|2024/3/5 9:05", "2024-03-05T05:30:15.000|2024-03-05T05:30:00.000|2024-03-05T00:05:00.000")]
    [InlineData("2024-03-05T14:30:15.123456Z|2024-03-05T14:30:15+09:00|2024-03-05 14:30:15 -0500", "2024-03-05T14:30:15.123|2024-03-05T05:30:15.000|2024-03-05T19:30:15.000")]
    [InlineData("2024年3月5日 14時30分|2024/3/5 午後2:30|2024/3/5 午前0:05|3/5/2024 2:30:01 PM|3/5/2024 12:00 AM", "2024-03-05T05:30:00.000|2024-03-05T05:30:00.000|2024-03-04T15:05:00.000|2024-03-05T05:30:01.000|2024-03-04T15:00:00.000")]
    [InlineData("2024-03-05 24:00|2024/12/31 24:00:00|2024年3月5日 24時00分|2024-03-05T09:00", "2024-03-05T15:00:00.000|2024-12-31T15:00:00.000|2024-03-05T15:00:00.000|2024-03-05T00:00:00.000")]
    [InlineData("20240305143000|20240306000000", "2024-03-05T05:30:00.000|2024-03-05T15:00:00.000")]
    public async Task Times_are_the_tenants_unless_they_say_their_zone(string cells, string utc)
    {
        var (_, column) = await ColumnAsync("at timestamp", cells.Split('|'));
        Assert.Equal(ColumnType.Timestamp, column.Column.Type);
        var values = await ValuesAsync("at timestamp", cells.Split('|'));
        Assert.All(values, value => Assert.Equal(DateTimeKind.Utc, ((DateTime)value!).Kind));
        Assert.Equal(utc.Split('|'), values.Select(v => ((DateTime)v!).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task An_hour_that_the_clocks_skip_is_a_fault()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var plan = await PlanAsync("at\n2024-03-10 01:30\n2024-03-10 02:30\n2024-03-10 03:30\n2024-07-01 00:00\n2024-07-01 00:01\n2024-07-01 00:02\n", zone: zone);
        var fault = Assert.Single(plan.Faults);
        Assert.Equal((2L, CsvFaults.NoSuchTime), (fault.Row, fault.Code));
    }

    [Theory]
    [InlineData("x", "true|FALSE|True", "True|False|True")]
    [InlineData("x", "yes|no", "True|False")]
    [InlineData("x", "はい|いいえ|", "True|False|")]
    [InlineData("x", "○|×|◯", "True|False|True")]
    [InlineData("x", "○||○", "True||True")]
    [InlineData("x", "有|無", "True|False")]
    [InlineData("x", "あり|なし", "True|False")]
    [InlineData("x", "Y|N", "True|False")]
    [InlineData("is_member", "1|0|1", "True|False|True")]
    [InlineData("会員フラグ", "1|0|1", "True|False|True")]
    public async Task Yes_and_no_are_booleans(string header, string cells, string values)
    {
        var (_, column) = await ColumnAsync(header, cells.Split('|'));
        Assert.Equal((ColumnType.Boolean, ColumnRole.Dimension), (column.Column.Type, column.Column.Role));
        Assert.Equal(values.Split('|'), (await ValuesAsync(header, cells.Split('|'))).Select(Written));
    }

    [Theory]
    [InlineData("x", "1|0|1", ColumnType.Integer)]
    [InlineData("x", "Y|X|N|Z", ColumnType.Text)]
    [InlineData("x", "12:30|13:00", ColumnType.Text)]
    [InlineData("name", "May|June|April", ColumnType.Text)]
    [InlineData("x", "||", ColumnType.Text)]
    [InlineData("code", "H31|S63|R6", ColumnType.Text)]
    public async Task And_these_are_not_what_they_resemble(string header, string cells, ColumnType type) =>
        Assert.Equal(type, (await PlanAsync($"{header},y\n{string.Concat(cells.Split('|').Select(c => $"{c},1\n"))}")).Columns[0].Column.Type);

    [Theory]
    [InlineData("2026/06/31", CsvFaults.NoSuchDay)]
    [InlineData("soon", CsvFaults.NotADate)]
    [InlineData("S64.1.8", CsvFaults.NoSuchDay)]
    [InlineData("2024/13/01", CsvFaults.NoSuchDay)]
    public async Task One_bad_cell_in_ten_is_a_fault_with_its_place(string bad, string code)
    {
        var text = "name,ordered on\n" + string.Concat(Enumerable.Range(1, 10).Select(i => i == 7 ? $"x,{bad}\n" : $"x,2026/06/{i}\n"));
        var plan = await PlanAsync(text);
        Assert.Equal(ColumnType.Date, plan.Named("ordered_on").Type);
        Assert.Equal((10, 1), (plan.Rows, plan.FaultyRows));
        Assert.Equal([new CsvFault(7, 8, 2, "ordered on", code, bad)], plan.Faults);
    }

    [Theory]
    [InlineData(10, 1, ColumnType.Integer)]
    [InlineData(10, 2, ColumnType.Text)]
    [InlineData(5, 1, ColumnType.Text)]
    [InlineData(20, 4, ColumnType.Text)]
    [InlineData(1000, 50, ColumnType.Integer)]
    [InlineData(1000, 51, ColumnType.Text)]
    public async Task Nearly_all_cells_decide(int cells, int words, ColumnType type)
    {
        var (plan, column) = await ColumnAsync("x", [.. Enumerable.Range(0, cells).Select(i => i < words ? $"w{i}x" : $"{i}")]);
        Assert.Equal(type, column.Column.Type);
        Assert.Equal(type == ColumnType.Text ? 0 : words, plan.FaultyRows);
    }

    [Theory]
    [InlineData("inf", CsvFaults.NotANumber)]
    [InlineData("1,23", CsvFaults.NotANumber)]
    [InlineData("1e99", CsvFaults.OutOfRange)]
    [InlineData("1e-40", CsvFaults.OutOfRange)]
    [InlineData("5kg", CsvFaults.NotANumber)]
    [InlineData("$5", CsvFaults.OtherCurrency)]
    public async Task Bad_numbers_say_what_is_wrong(string bad, string code)
    {
        var plan = await ColumnAsync("x", [.. Enumerable.Range(1, 20).Select(i => code == CsvFaults.OtherCurrency ? $"¥{i}" : $"{i}.5"), bad]);
        var fault = Assert.Single(plan.Plan.Faults);
        Assert.Equal((21L, code, bad), (fault.Row, fault.Code, fault.Value));
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
