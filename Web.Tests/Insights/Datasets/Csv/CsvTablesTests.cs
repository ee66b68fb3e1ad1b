using System.Text;
using Web.Insights.Datasets.Csv;
using Web.Semantics;
using static Web.Tests.Insights.Datasets.Csv.CsvSample;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>Whole files of the kinds people bring, as they are understood.</summary>
public sealed class CsvTablesTests
{
    private static string Lines(string header, int rows, Func<int, string> row) => header + "\n" + string.Concat(Enumerable.Range(0, rows).Select(i => row(i) + "\n"));

    private static string Told(CsvPlan plan) => string.Join('\n', plan.Columns.Select(c => c.Column).Select(c =>
        $"{c.Name} {c.Type} {c.Role}{(c.DefaultAggregate is { } a ? " " + a : "")}{(c.Currency ?? c.Unit) switch { null => "", var unit => " " + unit }}"));

    [Fact]
    public async Task Prices_of_shares_by_month()
    {
        string[] months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        var plan = await PlanAsync(Lines("symbol,date,price", 120, i => $"{(i < 60 ? "MSFT" : "IBM")},{months[i % 12]} 1 {2000 + i % 60 / 12},{20 + i}.{i % 10}5"));
        Assert.Equal("symbol Text Dimension\ndate Date Time\nprice Number Measure mean", Told(plan));
        Assert.Equal(("date", Grain.Month, "price", 0L), (plan.DefaultTime, plan.DefaultGrain, plan.DefaultMeasure, plan.FaultyRows));
    }

    [Fact]
    public async Task The_weather_of_a_city()
    {
        var plan = await PlanAsync(Lines("date,precipitation,temp_max,temp_min,wind,weather", 365, i =>
            FormattableString.Invariant($"{new DateTime(2012, 1, 1).AddDays(i):yyyy/MM/dd},{i % 7 / 2m},{i % 30}.{i % 10},-{i % 5}.6,4.7,{(i % 2 == 0 ? "rain" : "sun")}")));
        Assert.Equal("""
            date Date Time
            precipitation Number Measure sum
            temp_max Number Measure mean
            temp_min Number Measure mean
            wind Number Measure mean
            weather Text Dimension
            """, Told(plan));
        Assert.Equal(("date", Grain.Month), (plan.DefaultTime, plan.DefaultGrain));
    }

    [Fact]
    public async Task Airports_by_their_codes()
    {
        var plan = await PlanAsync(Lines("iata,name,city,state,country,latitude,longitude", 600, i =>
            FormattableString.Invariant($"{(char)('A' + i % 26)}{i:000},\"Field, No. {i}\",City {i % 90},{(i % 50 == 0 ? "NA" : "TX")},USA,{30 + i / 100m},-{90 + i / 100m}")));
        Assert.Equal("""
            iata Text Identity
            name Text Dimension
            city Text Dimension
            state Text Dimension
            country Text Dimension
            latitude Number Measure mean
            longitude Number Measure mean
            """, Told(plan));
        Assert.Equal((null, null), (plan.DefaultTime, plan.DefaultMeasure));
    }

    [Fact]
    public async Task Sales_from_a_Japanese_spreadsheet()
    {
        var text = Lines("伝票番号,受注日,担当者,地域,商品名,数量,単価(円),売上金額,達成率,入金済,備考", 30, i =>
            $"{1000 + i},R6.{1 + i % 12}.{1 + i},{(i % 2 == 0 ? "佐伯" : "髙橋")},関東,ノート①,{i + 1}冊,\"¥{(i + 1) * 1000:N0}\",\"{(i + 1) * 3000:N0}\",{i + 60}.5％,{(i % 3 == 0 ? "○" : "")},{(i == 3 ? "=SUM(A1)" : "")}");
        text = text.Replace("R6.2.30", "R6.2.29", StringComparison.Ordinal);
        var bytes = Bytes(text, ShiftJis);
        var plan = await PlanAsync(bytes);
        Assert.Equal("""
            slip_number Integer Identity
            order_date Date Time
            owner Text Dimension
            region Text Dimension
            product_name Text Dimension
            quantity Integer Measure sum 冊
            unit_price Money Measure mean JPY
            sales_amount Integer Measure sum
            achievement_rate Number Measure mean %
            payment_done Boolean Dimension
            note Text Dimension
            """, Told(plan));
        Assert.Equal(("shift_jis", "order_date", "sales_amount", 0L), (plan.Shape.Encoding, plan.DefaultTime, plan.DefaultMeasure, plan.FaultyRows));
        var batch = Assert.Single(await BatchesAsync(plan, bytes));
        Assert.Equal((new DateOnly(2024, 1, 1), "佐伯", 1L, 1000L, 60.5m, true), (((DateOnly?[])batch.Cells[1])[0]!.Value, ((string?[])batch.Cells[2])[0]!, ((long?[])batch.Cells[5])[0]!.Value,
            ((long?[])batch.Cells[6])[0]!.Value, ((decimal?[])batch.Cells[8])[0]!.Value, ((bool?[])batch.Cells[9])[0]!.Value));
        Assert.Equal<object?>("=SUM(A1)", ((string?[])batch.Cells[10])[3]);
    }

    [Fact]
    public async Task A_European_export()
    {
        var plan = await PlanAsync(Lines("Kunde;Datum;Menge;Umsatz;Anteil", 40, i => $"K{i % 5};{i % 28 + 1:00}.{i % 12 + 1:00}.2024;{i};{i}.{i % 10}00,50 €;{i},{i % 10}%"), new UTF8Encoding(true));
        Assert.Equal("kunde Text Dimension\ndatum Date Time\nmenge Integer Measure sum\numsatz Money Measure sum EUR\nanteil Number Measure mean %", Told(plan));
        Assert.Equal((';', 0L, "umsatz"), (plan.Shape.Delimiter, plan.FaultyRows, plan.DefaultMeasure));
    }

    [Fact]
    public async Task Passengers_of_a_ship()
    {
        var plan = await PlanAsync(Lines("PassengerId,Survived,Pclass,Name,Sex,Age,SibSp,Ticket,Fare,Cabin", 100, i =>
            $"{i + 1},{i % 2},{1 + i % 3},\"Family {i}, Mr. \"\"Nick\"\" {i}\",{(i % 2 == 0 ? "male" : "female")},{(i % 9 == 0 ? "" : 20 + i % 40)},{i % 3},A/5 {i},{i}.25,{(i % 4 == 0 ? $"C{i}" : "")}"));
        Assert.Equal("""
            passenger_id Integer Identity
            survived Boolean Dimension
            pclass Integer Dimension
            name Text Dimension
            sex Text Dimension
            age Integer Measure mean
            sib_sp Integer Measure sum
            ticket Text Dimension
            fare Number Measure sum
            cabin Text Dimension
            """, Told(plan));
        Assert.Equal("passengers", plan.CountOf["en"]);
    }
}
