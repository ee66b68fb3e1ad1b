using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Web.Access;
using Web.Crm;
using Web.Crm.Accounts;
using Web.Crm.Deals;
using Web.Kernel;
using Web.Tests.Support;

namespace Web.Tests.Crm;

/// <summary>A company with a pipeline of three stages, an account, and deals as a test wants them.</summary>
public sealed class Selling(TestTenant company, Pipeline pipeline, Account account)
{
    public TestTenant Company => company;
    public Pipeline Pipeline => pipeline;
    public Account Account => account;
    public Stage First => pipeline.Stages[0];
    public Stage Second => pipeline.Stages[1];

    public static async Task<Selling> MakeAsync(TestInstallation installation, string locale = "en")
    {
        var company = await TestTenant.MakeAsync(installation, locale: locale);
        return await company.WorkAsync(db =>
        {
            var now = NowOf(company);
            var pipeline = db.Pipelines.Add(Pipeline.Lay("Sales", Rank.First, [new("Lead", 10), new("Quote", 50), new("Order", 90)], now)).Entity;
            var account = db.Accounts.Add(Account.Open(new AccountDetails { Name = "Hokuto Seimitsu", NameKana = "ほくと" }, now)).Entity;
            return Task.FromResult(new Selling(company, pipeline, account));
        });
    }

    public static Moment NowOf(TestTenant company, DateTimeOffset? at = null) => Moment.Of(company.People[Role.Member], at ?? DateTimeOffset.UtcNow, company.Tenant.Calendar);

    public Task<Deal> OpenAsync(string name, long amount, Stage? stage = null, Action<Deal, Moment>? more = null, DateTimeOffset? at = null, string? currency = null) => company.WorkAsync(async db =>
    {
        var (now, place) = (NowOf(company, at), stage ?? First);
        var deal = Deal.Open(name, place, await db.FootAsync(place, default), currency ?? company.Tenant.Currency, company.People[Role.Member], now);
        deal.Revalue(new Money(amount, currency ?? company.Tenant.Currency), now);
        deal.SellTo(account.Id, now);
        more?.Invoke(deal, now);
        db.Deals.Add(deal);
        return deal;
    }, Role.Member);
}

/// <summary>Names that would break a page which does not write them as text.</summary>
public static class Nasty
{
    public const string Name = "</td></li><script>alert(1)</script> \"x\" 'y' & <b onclick='z'>縫製 &amp; {0}";

    /// <summary>That the page holds the name as text and nothing of it as markup.</summary>
    public static void IsText(AngleSharp.Dom.IDocument page, string selector)
    {
        Assert.All(page.QuerySelectorAll(selector), place => Assert.Equal(Name, place.TextContent));
        Assert.NotEmpty(page.QuerySelectorAll(selector));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[onclick]"));
    }
}

public static class Posting
{
    /// <summary>Sends what a page's script sends: its form, with the page's antiforgery token.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this Browser browser, string from, string to, bool fragment, params (string Name, string Value)[] values)
    {
        var page = await browser.OpenAsync(from);
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value))) };
        request.Headers.Add("RequestVerificationToken", page.QuerySelector("meta[name=antiforgery]")!.GetAttribute("content"));
        if (fragment) request.Headers.Add("HX-Request", "true");
        return await browser.Client.SendAsync(request);
    }

    public static async Task<IHtmlDocument> ReadAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text[..Math.Min(600, text.Length)]}");
        return new HtmlParser().ParseDocument(text);
    }

    public static async Task<HttpStatusCode> StatusAsync(this Browser browser, string path)
    {
        using var answer = await browser.Client.GetAsync(path);
        return answer.StatusCode;
    }
}
