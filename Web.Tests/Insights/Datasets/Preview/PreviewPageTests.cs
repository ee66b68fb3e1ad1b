using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets.Preview;

/// <summary>A file is looked at, corrected and loaded by forms alone, as a browser without script would send them.</summary>
public sealed class PreviewPageTests(TestInstallation installation)
{
    private const string Orders = "受注日,地域,数量,code\nR6.3.5,東京,１２,1\n2024-03-06,大阪,一式,2\n2024-03-07,東京,3,3\n2024-03-08,東京,4,1\n2024-03-09,大阪,5,2\n2024-03-10,大阪,6,1\n";

    [Fact]
    public async Task A_file_is_read_corrected_and_loaded()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Analyst);
        var preview = await SendAsync(browser, "注文.csv", Orders, "shift_jis");
        var page = await browser.OpenAsync(preview);
        Assert.Contains("Shift_JIS", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("一式", page.QuerySelector(".issue")!.TextContent, StringComparison.Ordinal);

        var answer = await browser.SubmitAsync(page, preview, [.. FieldsOf(page), ("key", "orders"), ("title", "Orders"), ("skip", "true"), ("c1.title", "Branch"), ("c1.synonyms", "shop, 店"), ("c3.hidden", "true")]);
        Assert.Equal("/data/orders", answer.Headers.Location?.ToString());
        IHtmlDocument dataset = null!;
        await Eventually.TrueAsync(async () => (dataset = await browser.OpenAsync("/data/orders")).QuerySelector("#dataset") is not null);
        Assert.Contains("5 rows", dataset.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);

        var program = await company.ProgramAsync(Role.Analyst);
        var contract = await program.GetAsync("/api/v1/datasets/orders", HttpStatusCode.OK);
        Assert.Equal("Branch", contract.Column("region").GetProperty("title").GetString());
        Assert.Equal(["shop", "店"], contract.Column("region").GetProperty("synonyms").EnumerateArray().Select(word => word.GetString()!));
        Assert.Equal("""[["東京",19],["大阪",11]]""", await program.ChartAsync("orders", "region", "quantity"));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(dataset.QuerySelector<IHtmlAnchorElement>(".load-row a")!.PathName)).StatusCode);
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_stop_a_load_until_somebody_decides()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Manager);
        var preview = await SendAsync(browser, "orders.csv", Orders);
        var page = await browser.OpenAsync(preview);
        var refused = await browser.SubmitAsync(page, preview, [.. FieldsOf(page), ("key", "orders"), ("skip", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await ReadAsync(refused);
        Assert.NotNull(again.QuerySelector("#skip-error"));
        Assert.Equal("orders", again.QuerySelector<IHtmlInputElement>("#key")!.Value);

        // Read as text, every row fits.
        var reread = await browser.SubmitToAsync(page, preview, $"{preview}?handler=reread", [.. FieldsOf(page), ("as_text", "2")]);
        Assert.Empty((await ReadAsync(reread)).QuerySelectorAll(".issue"));
    }

    [Fact]
    public async Task Wrong_input_says_what_to_do()
    {
        var company = await TestTenant.MakeAsync(installation, locale: "ja");
        var browser = await company.BrowserAsync(Role.Owner);
        var empty = await PostAsync(browser, "empty.csv", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("先にファイル", (await ReadAsync(empty)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var noise = await PostAsync(browser, "noise.csv", [.. Enumerable.Range(0, 400).Select(i => (byte)(i * 37 % 251 + 3))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noise.StatusCode);

        var preview = await SendAsync(browser, "orders.csv", Orders);
        var page = await browser.OpenAsync(preview);
        var refused = await browser.SubmitAsync(page, preview, [.. FieldsOf(page), ("key", "Not A Key"), ("skip", "true")]);
        Assert.NotNull((await ReadAsync(refused)).QuerySelector("#key-error"));
        var taken = await browser.SubmitAsync(page, preview, [.. FieldsOf(page), ("key", "crm_deals"), ("skip", "true")]);
        Assert.NotNull((await ReadAsync(taken)).QuerySelector("#key-error"));
    }

    [Fact]
    public async Task A_file_on_its_way_is_its_senders_alone()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var preview = await SendAsync(await company.BrowserAsync(Role.Analyst), "orders.csv", Orders);
        foreach (var stranger in new[] { await company.BrowserAsync(Role.Owner), await other.BrowserAsync(Role.Analyst) })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync(preview)).StatusCode);
    }

    [Fact]
    public async Task Rows_are_added_and_replaced_from_the_datasets_page()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Admin);
        var program = await company.ProgramAsync(Role.Admin);
        await program.UploadedAsync("sales", Uploading.Sales);
        var form = await browser.OpenAsync("/data/new?into=sales&mode=append");
        Assert.Equal("sales", form.QuerySelector<IHtmlInputElement>("[name=into]")!.Value);
        var preview = await SendAsync(browser, "more.csv", "Order,Day,Region,Amount,Quantity,Express\nA-9,2024-03-01,East,1,1,no\n", fields: [("into", "sales"), ("mode", "append")]);
        var page = await browser.OpenAsync(preview);
        var answer = await browser.SubmitAsync(page, preview.Split('?')[0], [.. FieldsOf(page), ("skip", "true")]);
        Assert.Equal("/data/sales", answer.Headers.Location?.ToString());
        await Eventually.TrueAsync(async () => (await program.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).GetProperty("row_count").GetInt64() == 5);
    }

    private static async Task<string> SendAsync(Browser browser, string name, string csv, string encoding = "utf-8", params (string, string)[] fields)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var answer = await PostAsync(browser, name, Encoding.GetEncoding(encoding).GetBytes(csv), fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!.ToString();
    }

    /// <summary>The whole form, its token in a field.</summary>
    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string name, byte[] file, params (string Name, string Value)[] fields)
    {
        var page = await browser.OpenAsync("/data/new");
        using var body = new MultipartFormDataContent();
        body.Add(new StringContent(page.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken");
        foreach (var (field, value) in fields) body.Add(new StringContent(value), field);
        body.Add(new ByteArrayContent(file), "file", name);
        return await browser.Client.PostAsync("/data/new", body);
    }

    private static (string, string)[] FieldsOf(IHtmlDocument page) => [.. page.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(select => (select.Name!, select.Value ?? ""))];

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
}
