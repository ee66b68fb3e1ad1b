using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.Company;
using Web.Mail;
using Web.Tests.Support;
using Web.Ui;

namespace Web.Tests.Access.Company;

public sealed class BrandingTests(TestInstallation installation)
{
    private const string Page = "/settings/branding";

    [Fact]
    public async Task A_logo_a_colour_and_a_name_show_in_the_frame_at_the_sign_in_and_in_letters()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Owner);
        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(browser, Pictures.Png(48, 32))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync(Page), Page, ("colour", "#7a2a52"), ("product_name", "Loom"))).StatusCode);
        var logo = (await browser.OpenAsync("/settings/preferences")).QuerySelector(".rail-mark img")!;
        Assert.Equal("Loom", logo.GetAttribute("alt"));
        Assert.StartsWith("/brand/logo/", logo.GetAttribute("src"));
        var door = await new Browser(company.Anonymous()).OpenAsync("/sign-in");
        Assert.Equal(logo.GetAttribute("src"), door.QuerySelector(".door-label img")!.GetAttribute("src"));
        Assert.Contains("Loom", door.QuerySelector(".door-label")!.TextContent);
        Assert.Contains(BrandColour.From("#7a2a52").Button, await company.Anonymous().GetStringAsync(door.QuerySelector("link[href^='/brand.css']")!.GetAttribute("href"), TestContext.Current.CancellationToken));
        var picture = await company.Anonymous().GetAsync(logo.GetAttribute("src"), TestContext.Current.CancellationToken);
        Assert.Equal(("image/png", "nosniff"), (picture.Content.Headers.ContentType!.MediaType, picture.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("immutable", picture.Headers.CacheControl!.ToString());
        Assert.Contains("default-src 'none'", picture.Headers.GetValues("Content-Security-Policy").Single());
        var head = await installation.App.Services.GetRequiredService<ILetterheads>().OfAsync(company.Id, TestContext.Current.CancellationToken);
        Assert.Equal(("Loom", "#7a2a52", $"http://{company.Host}{logo.GetAttribute("src")}"), (head!.Product, head.Colour, head.Logo!.AbsoluteUri));
    }

    [Fact]
    public async Task Another_companys_logo_is_nowhere_else()
    {
        var (mine, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        await UploadAsync(await mine.BrowserAsync(Role.Owner), Pictures.Png(40, 40));
        var hash = await mine.WorkAsync(db => db.BrandFiles.Select(file => file.Hash).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await mine.Anonymous().GetAsync($"/brand/logo/{hash}", TestContext.Current.CancellationToken)).StatusCode);
        foreach (var address in new[] { $"/brand/logo/{hash}", $"/brand/logo/{new string('0', 64)}" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Anonymous().GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await installation.App.At("localhost").GetAsync($"/brand/logo/{hash}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG")]
    [InlineData("<script>alert(1)</script>", "no PNG")]
    [InlineData("", "needed")]
    public async Task A_file_that_is_no_picture_changes_nothing(string content, string said)
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Admin);
        var answer = await UploadAsync(browser, System.Text.Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).QuerySelector("#logo-error")!.TextContent);
        Assert.Equal(0, await company.WorkAsync(db => db.BrandFiles.CountAsync()));
    }

    [Fact]
    public async Task A_colour_on_which_nobody_could_read_is_refused_and_the_nearest_one_passes()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Owner);
        Assert.Contains("Take #", new HtmlParser().ParseDocument(await browser.Client.GetStringAsync($"{Page}?handler=check&colour=%23ffd100", TestContext.Current.CancellationToken)).Body!.TextContent);
        var refused = await browser.SubmitAsync(await browser.OpenAsync(Page), Page, ("colour", "#ffd100"), ("product_name", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var nearest = page.QuerySelector("button[name=nearest]")!.GetAttribute("value")!;
        Assert.Contains(nearest, page.QuerySelector("#colour-error")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, Page, ("nearest", nearest))).StatusCode);
        Assert.Equal(nearest, await company.WorkAsync(async db => (await db.CompanyAsync(hold: false, default)).Look.Colour));
    }

    /// <summary>Whatever somebody chooses: what is suggested passes, keeps its hue, and every pair that is shown is readable.</summary>
    [Fact]
    public void What_is_suggested_always_passes()
    {
        for (var colour = 0; colour < 0x1000000; colour += 4099)
        {
            var contrast = BrandContrast.Of(FormattableString.Invariant($"#{colour:x6}"))!;
            Assert.True(contrast.Nearest is null == contrast.Ratio >= 4.5);
            if (contrast.Nearest is { } nearest) Assert.Null(BrandContrast.Of(nearest)!.Nearest);
            Assert.All(contrast.Pairs, pair => Assert.True(pair.Holds, $"#{colour:x6} {pair}"));
        }
        foreach (var wrong in new[] { null, "", "red", "#12345", "#1234567", "#12345g", "url(x)", "#fff" }) Assert.Null(BrandContrast.Of(wrong));
    }

    private static async Task<HttpResponseMessage> UploadAsync(Browser browser, byte[] file)
    {
        var page = await browser.OpenAsync(Page);
        var token = page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var picture = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        return await browser.Client.PostAsync($"{Page}?handler=logo", new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { picture, "logo", "logo.png" } });
    }
}
