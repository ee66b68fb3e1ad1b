using System.Text;
using Microsoft.Playwright;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>A file from the desk to an answer: chosen, looked at, corrected, loaded, asked about.</summary>
public sealed class DataJourney(Installation site)
{
    private const string Visits =
        "来店日,店舗,人数,売上(円)\n2026-01-05,本店,１２,\"34,000\"\nR8.1.6,駅前店,8,\"21,500\"\n2026/2/3,本店,九,\"9,900\"\n2026-02-10,駅前店,15,\"52,000\"\n2026-02-11,本店,20,\"61,000\"\n2026-02-12,本店,3,\"4,000\"\n";

    [Fact]
    public async Task A_file_is_dropped_corrected_loaded_and_asked_about()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("saeki@example.com", then: "/data");
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "データを追加" }).First.ClickAsync();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "来店記録.csv", MimeType = "text/csv", Buffer = Encoding.GetEncoding(932).GetBytes(Visits) });
        await Expect(page.Locator("[data-drop-name]")).ToHaveTextAsync("来店記録.csv");
        await page.Locator("[data-send]").ClickAsync();

        await Expect(page.Locator(".page-head .badge")).ToContainTextAsync("Shift_JIS");
        await Expect(page.Locator(".issue q")).ToHaveTextAsync("九");
        await visitor.ShouldBeAccessibleAsync();
        // A new type is counted over the whole file at once, and back.
        await page.Locator("[name='c2.type']").SelectOptionAsync("text");
        await Expect(page.Locator(".issue q")).ToHaveCountAsync(0);
        await page.Locator("[name='c2.type']").SelectOptionAsync("integer");
        await Expect(page.Locator(".issue q")).ToHaveTextAsync("九");
        await page.Locator("[name='c2.role'][value=measure]").CheckAsync(new() { Force = true });
        await page.Locator("#title").FillAsync("来店記録");
        await page.Locator("#key").FillAsync("visits");
        await page.Locator(".act-bar .primary").ClickAsync();

        await Expect(page.Locator("#dataset")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.Locator(".page-head .meta")).ToContainTextAsync("5 行");
        await visitor.ShouldBeAccessibleAsync();
        await page.GotoAsync("/ask");
        await visitor.AskAsync("来店記録の店舗別の売上");
        await Expect(visitor.Chart).ToBeVisibleAsync();
        var rows = await visitor.RowsAsync();
        Assert.Equal([("本店", "99,000"), ("駅前店", "73,500")], rows.Select(row => (row.Name, row.Figures[^1])));
        visitor.ShouldHaveNoComplaints();
    }

    /// <summary>Orders know their customer by a code; once that is said, they can be asked for by the customer's region.</summary>
    [Fact]
    public async Task Two_files_are_related_and_asked_about_together()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("saeki@example.com", then: "/data");
        var page = visitor.Page;
        await LoadAsync(page, "得意先台帳", "clients", "得意先コード,地方\nK1,東海\nK2,関西\nK3,関西\n");
        await LoadAsync(page, "受注控", "orders_kept", "受注日,得意先コード,受注額\n2026-01-05,K1,100\n2026-01-06,K2,40\n2026-02-01,K3,70\n");
        await page.Locator("#r0-column").SelectOptionAsync(new SelectOptionValue { Label = "得意先コード" });
        await page.Locator("#r0-target").SelectOptionAsync(new SelectOptionValue { Label = "得意先台帳 › 得意先コード" });
        await page.Locator("#r0-title").FillAsync("得意先");
        await page.Locator(".act-bar .primary").ClickAsync();
        await Expect(page.Locator("#r1-target")).ToBeAttachedAsync();
        await Expect(page.Locator("#r0-title")).ToHaveValueAsync("得意先");
        await Expect(page.Locator(".key-repeats")).ToHaveCountAsync(0);
        await visitor.ShouldBeAccessibleAsync();

        await page.GotoAsync("/ask?dataset=orders_kept");
        await visitor.AskAsync("得意先の地方別の受注額");
        await Expect(visitor.Chart).ToBeVisibleAsync();
        Assert.Equal([("関西", "110"), ("東海", "100")], (await visitor.RowsAsync()).Select(row => (row.Name, row.Figures[^1])));
        visitor.ShouldHaveNoComplaints();
    }

    private static async Task LoadAsync(IPage page, string title, string key, string csv)
    {
        await page.GotoAsync("/data/new");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = $"{title}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.Locator("[data-send]").ClickAsync();
        await Expect(page.Locator("#preview")).ToBeVisibleAsync();
        await page.Locator("#title").FillAsync(title);
        await page.Locator("#key").FillAsync(key);
        if (key == "clients") await page.Locator("[name='c0.role'][value=identity]").CheckAsync(new() { Force = true });
        await page.Locator(".act-bar .primary").ClickAsync();
        await Expect(page.Locator("#dataset")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task A_file_of_noise_is_refused_in_words_and_another_can_follow()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("saeki@example.com", then: "/data/new");
        var page = visitor.Page;
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "noise.csv", MimeType = "text/csv", Buffer = [.. Enumerable.Range(0, 600).Select(i => (byte)(i * 37 % 251 + 3))] });
        await page.Locator("[data-send]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "two.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("day,visitors\n2026-01-01,5\n2026-01-02,7\n") });
        await page.Locator("[data-send]").ClickAsync();
        await Expect(page.Locator("#preview")).ToBeVisibleAsync();
    }
}
