using Web.Semantics;
using static Web.Tests.Insights.Datasets.Csv.CsvSample;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>Units and currencies that headers and cells say.</summary>
public sealed class HeaderUnitsTests
{
    [Theory]
    [InlineData("気温(℃)", "°C", null, "気温")]
    [InlineData("気温（°C）", "°C", null, "気温")]
    [InlineData("売上_千円", "千円", null, "売上")]
    [InlineData("売上高（百万円）", "百万円", null, "売上高")]
    [InlineData("売上高【単位：億円】", "億円", null, "売上高")]
    [InlineData("ABV (%)", "%", null, "ABV")]
    [InlineData("ABV_pct", "%", null, "ABV")]
    [InlineData("Discount percent", "%", null, "Discount")]
    [InlineData("amount ($)", null, "USD", "amount")]
    [InlineData("price_usd", null, "USD", "price")]
    [InlineData("Price EUR", null, "EUR", "Price")]
    [InlineData("Price, GBP", null, "GBP", "Price")]
    [InlineData("price in USD", null, "USD", "price")]
    [InlineData("raised_usd_m", "USD M", null, "raised")]
    [InlineData("Market Value EUR k", "EUR K", null, "Market Value")]
    [InlineData("box_office_usd_bn", "USD bn", null, "box_office")]
    [InlineData("fee [JPY]", null, "JPY", "fee")]
    [InlineData("単価（円）", null, "JPY", "単価")]
    [InlineData("単価_円", null, "JPY", "単価")]
    [InlineData("weight [kg]", "kg", null, "weight")]
    [InlineData("weight_kg", "kg", null, "weight")]
    [InlineData("体重(kg)", "kg", null, "体重")]
    [InlineData("body_mass_g", "g", null, "body_mass")]
    [InlineData("bill_length_mm", "mm", null, "bill_length")]
    [InlineData("height_m", "m", null, "height")]
    [InlineData("elevation_m", "m", null, "elevation")]
    [InlineData("temp_c", "°C", null, "temp")]
    [InlineData("temperature_f", "°F", null, "temperature")]
    [InlineData("speed (km/h)", "km/h", null, "speed")]
    [InlineData("wind_speed_mph", "mph", null, "wind_speed")]
    [InlineData("distance_km", "km", null, "distance")]
    [InlineData("latency_ms", "ms", null, "latency")]
    [InlineData("downtime_min", "min", null, "downtime")]
    [InlineData("duration (min)", "min", null, "duration")]
    [InlineData("temp_min", null, null, "temp_min")]
    [InlineData("price_min", null, null, "price_min")]
    [InlineData("lead_time_days", "days", null, "lead_time_days")]
    [InlineData("working_days", "days", null, "working_days")]
    [InlineData("Revenue (USD millions)", "USD millions", null, "Revenue")]
    [InlineData("Revenue ($M)", "$M", null, "Revenue")]
    [InlineData("Sales (in thousands)", "thousands", null, "Sales")]
    [InlineData("budget_million", "million", null, "budget")]
    [InlineData("energy_kwh", "kwh", null, "energy")]
    [InlineData("current_a", "A", null, "current")]
    [InlineData("plan_a", null, null, "plan_a")]
    [InlineData("check in", null, null, "check in")]
    [InlineData("grade_c", null, null, "grade_c")]
    [InlineData("PM2.5 (µg/m³)", "μg/m3", null, "PM2.5")]
    [InlineData("size_mb", "mb", null, "size")]
    [InlineData("面積（㎡）", "m2", null, "面積")]
    [InlineData("人口(千人)", "千人", null, "人口")]
    [InlineData("Name (official)", null, null, "Name (official)")]
    [InlineData("件数", null, null, "件数")]
    [InlineData("利用時間", null, null, "利用時間")]
    public void A_header_says_its_unit(string header, string? unit, string? currency, string rest)
    {
        var read = new Web.Insights.Datasets.Csv.Header(header);
        Assert.Equal((rest, unit, currency), (read.Base, read.Unit, read.Currency));
    }

    [Theory]
    [InlineData("x", "12.5%|3%|8.1%", ColumnType.Number, "%", null)]
    [InlineData("x", "3 kg|4 kg|10 kg", ColumnType.Integer, "kg", null)]
    [InlineData("x", "3個|4個|10個", ColumnType.Integer, "個", null)]
    [InlineData("x", "$3.50|$4.00|$10.25", ColumnType.Money, null, "USD")]
    [InlineData("x", "1,200円|300円|50円", ColumnType.Money, null, "JPY")]
    [InlineData("x", "€3.50|€4.00|€10.25", ColumnType.Money, null, "EUR")]
    public async Task Cells_say_it_too(string header, string cells, ColumnType type, string? unit, string? currency)
    {
        var (_, column) = await ColumnAsync(header, cells.Split('|'));
        Assert.Equal((type, unit, currency), (column.Column.Type, column.Column.Unit, column.Column.Currency));
    }
}
