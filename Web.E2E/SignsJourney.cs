using Microsoft.Playwright;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>What stands out in a chart, what is behind a figure, and conditions of which one must hold.</summary>
public sealed class SignsJourney(Installation site)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Unusual_months_are_marked_unmarked_and_marked_again(bool phone, bool dark)
    {
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        await visitor.SignInAsync("ortiz@example.com");
        await visitor.AskAsync("amount by month with anomalies");
        await Expect(visitor.Chart).ToBeVisibleAsync();
        await Expect(visitor.Answer.Locator("[data-slot='/anomalies']")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Answer.Locator("[data-slot='/anomalies'] .chip-off").ClickAsync();
        await Expect(visitor.Answer.Locator("[data-slot='/anomalies']")).ToHaveCountAsync(0);
        await visitor.Answer.Locator(".reading-chip.add summary").ClickAsync();
        await visitor.Answer.GetByRole(AriaRole.Button, new() { Name = "Mark unusual points" }).ClickAsync();
        await Expect(visitor.Answer.Locator("[data-slot='/anomalies']")).ToBeVisibleAsync();
        visitor.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task One_condition_becomes_two_of_which_one_must_hold()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("ortiz@example.com");
        await visitor.AskAsync("deals by owner");
        await Expect(visitor.Chart).ToBeVisibleAsync();
        await visitor.Answer.Locator(".reading-chip.add summary").ClickAsync();
        await visitor.Answer.Locator("a[href*='%2Ffilters%2F%2B']").ClickAsync();
        var form = visitor.Page.Locator("#chip-form");
        await form.Locator("#chip-subject").SelectOptionAsync("status");
        await form.GetByLabel("Won", new() { Exact = true }).CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Or another condition" }).ClickAsync();
        await Expect(form.Locator(".chip-part")).ToHaveCountAsync(2);
        await Expect(form.Locator(".chip-part").First.GetByLabel("Won", new() { Exact = true })).ToBeCheckedAsync();
        await form.Locator("#chip-or1-subject").SelectOptionAsync("amount");
        await form.Locator("#chip-or1-op").SelectOptionAsync(">=");
        await form.Locator("#chip-or1-value").FillAsync("1000000");
        await visitor.ShouldBeAccessibleAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(visitor.Answer.Locator("[data-slot='/filters/0']")).ToContainTextAsync("1,000,000");
        visitor.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task A_cell_of_a_crossed_table_leads_to_its_rows()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("ortiz@example.com");
        await visitor.AskAsync("deals by owner and status as a pivot table");
        var cell = visitor.Answer.Locator(".pivot tbody .mark-rows").First;
        var count = int.Parse(await cell.InnerTextAsync(), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
        await cell.ClickAsync();
        await Expect(visitor.Page.Locator("#rows-behind tr")).ToHaveCountAsync(Math.Min(count, 50) + (count > 50 ? 1 : 0));
        await visitor.ShouldBeAccessibleAsync();
        visitor.ShouldHaveNoComplaints();
    }
}
