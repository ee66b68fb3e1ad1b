using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E.Support;

/// <summary>Somebody at a browser: what they do and what they see. Whatever the browser complains about is kept and held against the page.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    private Visitor(IBrowserContext context, IPage page) => (Context, Page) = (context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public ILocator Answer => Page.Locator("#answer");

    public ILocator Composer => Page.Locator("#talk-form textarea");

    public ILocator Chart => Answer.Locator("[data-chart] svg").First;

    public static async Task<Visitor> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("422", StringComparison.Ordinal)) visitor.complaints.Add(message.Text);
        };
        page.PageError += (_, error) => visitor.complaints.Add(error);
        return visitor;
    }

    public async Task SignInAsync(string email, string password = Company.Password, string then = "/ask")
    {
        await Page.GotoAsync(then);
        await TrySignInAsync(email, password);
        await Page.ShouldReachAsync(then);
    }

    public async Task TrySignInAsync(string email, string password)
    {
        await Page.FillAsync("#email", email);
        await Page.FillAsync("#password", password);
        await Page.ClickAsync(".door-form button.brand");
    }

    public async Task ChooseLanguageAsync(string language)
    {
        await Page.ClickAsync($".door-top button[value={language}]");
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    /// <summary>Types words into the composer, presses Enter and waits for what comes of them.</summary>
    public async Task AskAsync(string words)
    {
        var answers = await Page.Locator("#talk > .turn").CountAsync();
        await Composer.FillAsync(words);
        await Composer.PressAsync("Enter");
        await Expect(Page.Locator("#talk > .turn")).ToHaveCountAsync(answers + 1);
    }

    /// <summary>The rows under the chart by their first cell.</summary>
    public async Task<IReadOnlyList<(string Name, string[] Figures)>> RowsAsync()
    {
        await Expect(Answer.Locator(".rows tbody tr").First).ToBeVisibleAsync();
        var cells = await Answer.Locator(".rows tbody").EvaluateAsync<string[][]>("b => [...b.rows].map(r => [...r.cells].map(c => c.innerText.trim()))");
        return [.. cells.Select(row => (row[0], row[1..]))];
    }

    /// <summary>Nothing that axe finds wrong, nothing that the browser complained about.</summary>
    public async Task ShouldBeAccessibleAsync()
    {
        var found = await Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(" | ", v.Nodes.Select(n => n.Html[..Math.Min(220, n.Html.Length)]))}")));
        ShouldHaveNoComplaints();
    }

    public void ShouldHaveNoComplaints() => Assert.Empty(complaints);

    public async ValueTask DisposeAsync() => await Context.CloseAsync();
}
