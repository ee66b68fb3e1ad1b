using System.Text.Json;
using Web.Access;
using Web.Insights.Saved;
using Web.Semantics;

namespace Web.Demo;

/// <summary>The charts that a demo company has saved, in its own language.</summary>
internal static class DemoCharts
{
    private static readonly (string Ja, string En, string JaWords, string EnWords, string Query)[] All =
    [
        ("月ごとの受注金額", "Won amount by month", "営業会議のはじめに見るグラフ。金額は受注日の月で集計します。", "The first chart of the sales meeting. Amounts count in the month of winning.",
            """{"version":1,"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"closed_on","role":"x","grain":"month"}],"measures":[{"field":"amount","aggregate":"sum"}],"filters":[{"field":"status","op":"=","value":"won"},{"field":"closed_on","op":"in_period","value":"last_12_months"}]}"""),
        ("担当者別の受注金額", "Won amount by owner", "今年の受注を担当者ごとに。", "Who won how much this year.",
            """{"version":1,"chart_type":"bar","dataset":"crm_deals","dimensions":[{"field":"owner","role":"x"}],"measures":[{"field":"amount","aggregate":"sum"}],"filters":[{"field":"status","op":"=","value":"won"},{"field":"closed_on","op":"in_period","value":"this_year"}],"sort":{"by":"y","order":"desc"}}"""),
        ("段階別の見込み", "Open deals by stage", "まだ開いている案件が、どの段階にどれだけあるか。", "How much still stands open, and where.",
            """{"version":1,"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"stage","role":"x"}],"measures":[{"field":"weighted_amount","aggregate":"sum"}],"filters":[{"field":"status","op":"=","value":"open"}],"sort":{"by":"y","order":"desc"}}"""),
        ("活動の件数", "Activities by week", "電話・メール・打ち合わせの週ごとの件数。", "Calls, mails and meetings week by week.",
            """{"version":1,"chart_type":"line","dataset":"crm_activities","dimensions":[{"field":"happened_on","role":"x","grain":"week"},{"field":"kind","role":"series"}],"measures":[{"field":null,"aggregate":"count"}],"filters":[{"field":"happened_on","op":"in_period","value":"last_12_weeks"}]}"""),
    ];

    public static IEnumerable<SavedChart> Of(DemoRecipe recipe, DemoBook book, DemoClock clock)
    {
        var makers = book.Members.Where(member => member.Role is Role.Analyst or Role.Manager).ToList();
        foreach (var (chart, i) in All.Select((chart, i) => (chart, i)))
        {
            var ja = recipe.Locale == "ja";
            var query = KeptQuery.Of(JsonSerializer.Deserialize<ChartQuery>(chart.Query, ChartJson.Options)!);
            yield return SavedChart.Keep(
                ja ? chart.Ja : chart.En, ja ? chart.JaWords : chart.EnWords, query, makers[i % makers.Count].Id, clock.Now.At.AddDays(-9 * (i + 1)));
        }
    }
}
