using System.Net;
using Web.Access;
using Web.Tests.Crm;
using Web.Tests.Insights.Datasets;
using Web.Tests.Support;

namespace Web.Tests.Insights.Assistant.Chips;

/// <summary>A chart is built and changed by forms alone.</summary>
public sealed class ChipPageTests(TestInstallation installation)
{
    [Fact]
    public async Task A_chart_is_built_without_a_sentence_and_each_chip_changes_it()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var analyst = await selling.Company.BrowserAsync(Role.Analyst);
        var built = await analyst.SubmitAsync(await analyst.OpenAsync("/ask/build"), "/ask/build", ("dataset", "crm_deals"));
        var page = await analyst.OpenAsync(built.Headers.Location!.OriginalString);
        Assert.Contains("Deals", page.QuerySelector("[data-slot='/dataset'] .value")!.TextContent);

        string Form(AngleSharp.Html.Dom.IHtmlDocument at, string slot) => at.QuerySelector($"[data-slot='{slot}'] a[href*='/ask/chip']")!.GetAttribute("href")!;
        var address = Form(page, "/dimensions/0");
        var form = await analyst.OpenAsync(address);
        Assert.NotNull(form.QuerySelector("select[name=grain]"));
        var again = await analyst.SubmitAsync(form, address, ("field", "stage"), ("again", "1"));
        Assert.Null((await again.ReadAsync(HttpStatusCode.OK)).QuerySelector("select[name=grain]"));
        page = await FollowAsync(analyst, await analyst.SubmitAsync(form, address, ("field", "stage")));
        Assert.Contains("Stage", page.QuerySelector("[data-slot='/dimensions/0'] .value")!.TextContent);

        var add = page.QuerySelector(".reading-chip.add a[href*='filters']")!.GetAttribute("href")!;
        page = await FollowAsync(analyst, await analyst.SubmitAsync(await analyst.OpenAsync(add), add, ("subject", "status"), ("op", "in"), ("value", "open")));
        Assert.Contains("Open", page.QuerySelector("[data-slot='/filters/0']")!.TextContent, StringComparison.OrdinalIgnoreCase);

        address = Form(page, "/filters/0");
        var wrong = await analyst.SubmitAsync(await analyst.OpenAsync(address), address, ("subject", "amount"), ("op", ">"), ("value", "many"));
        Assert.Contains("number", (await wrong.ReadAsync(HttpStatusCode.UnprocessableEntity)).QuerySelector("[role=alert]")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Data_whose_usual_figure_cannot_be_drawn_is_counted()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("sales", Uploading.Sales);
        await owner.PatchAsync("sales", new { default_measure = "amount", columns = new[] { new { name = "amount", default_aggregate = "none" } } });
        var analyst = await company.BrowserAsync(Role.Analyst);
        var page = await FollowAsync(analyst, await analyst.SubmitAsync(await analyst.OpenAsync("/ask/build"), "/ask/build", ("dataset", "sales")));
        Assert.NotNull(page.QuerySelector(".rows tbody tr"));
    }

    [Fact]
    public async Task A_form_is_its_persons_alone()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var (analyst, admin) = (await selling.Company.BrowserAsync(Role.Analyst), await selling.Company.BrowserAsync(Role.Admin));
        var page = await FollowAsync(analyst, await analyst.PostAsync("/ask", "/ask", fragment: false, ("utterance", "number of deals by stage")));
        var form = page.QuerySelector("[data-slot='/dimensions/0'] a[href*='/ask/chip']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Client.GetAsync(form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Client.GetAsync(form.Replace("dimensions", "nothing", StringComparison.Ordinal))).StatusCode);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> FollowAsync(Browser browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await browser.OpenAsync(answer.Headers.Location!.OriginalString);
    }
}
