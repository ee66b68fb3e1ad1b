using Microsoft.EntityFrameworkCore;
using Web.E2E.Support;
using Web.Insights.Assistant.Models;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>Plugging a language model in, trying it, and taking it out again.</summary>
public sealed class AssistantSettingsJourney(Installation site)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_model_is_plugged_in_tried_and_taken_out(bool phone, bool dark)
    {
        await using var visitor = await site.VisitAsync(site.Halden, phone, dark);
        await visitor.SignInAsync("nora@example.com", then: "/settings/assistant");
        var page = visitor.Page;
        await visitor.ShouldBeAccessibleAsync();

        // What does not fit is said at its field, and nothing of it is kept.
        await page.Locator("input[name=source][value=own]").CheckAsync();
        await page.Locator("#provider").SelectOptionAsync("compatible");
        await page.Locator("#endpoint").FillAsync("https://127.0.0.1/v1");
        await page.Locator("#model").FillAsync("");
        await page.Locator("#seconds").FillAsync("900");
        await page.Locator("#model-form .button.primary").ClickAsync();
        foreach (var field in new[] { "endpoint", "model" })
        {
            await Expect(page.Locator($"#{field}-error")).ToBeVisibleAsync();
            await Expect(page.Locator($"#{field}")).ToHaveAttributeAsync("aria-invalid", "true");
        }
        await visitor.ShouldBeAccessibleAsync();

        // An address that leads nowhere: it is kept, and the try says in words that nobody answered.
        await page.Locator("#endpoint").FillAsync("https://nowhere.invalid/v1");
        await page.Locator("#model").FillAsync("small");
        await page.Locator("#key").FillAsync("sk-secret-1234");
        await page.Locator("#seconds").FillAsync("3");
        await page.Locator("#model-form .button.primary").ClickAsync();
        await page.ShouldReachAsync("/settings/assistant?saved=true");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Status).First).ToBeVisibleAsync();
        await Expect(page.Locator("#key")).ToHaveValueAsync("");
        Assert.DoesNotContain("sk-secret", await page.ContentAsync());
        await page.Locator("[aria-describedby=try-hint]").ClickAsync();
        await Expect(page.Locator("#tried")).Not.ToBeEmptyAsync();
        await visitor.ShouldBeAccessibleAsync();

        // A question is answered all the same, and the page says who read it.
        await page.GotoAsync("/ask");
        await visitor.AskAsync("number of won deals by owner");
        await Expect(visitor.Chart).ToBeVisibleAsync();
        await Expect(page.Locator("#talk > .turn").Last).ToContainTextAsync("built-in");

        await page.GotoAsync("/settings/assistant");
        await Expect(page.Locator(".table tbody tr").First).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await page.Locator("input[name=source][value=none]").CheckAsync();
        await page.Locator("#model-form .button.primary").ClickAsync();
        await page.ShouldReachAsync("/settings/assistant?saved=true");
        Assert.Equal(ModelSource.None, await site.Halden.WorkAsync(db => db.CompanyModels.Select(model => model.Source).SingleAsync()));
        visitor.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Who_may_not_set_it_does_not_find_it()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("takanashi@example.com");
        var answer = await visitor.Page.GotoAsync("/settings/assistant");
        Assert.Equal(403, answer!.Status);
        await Expect(visitor.Page.Locator("#model-form")).ToHaveCountAsync(0);
    }
}
