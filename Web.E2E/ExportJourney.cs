using System.Text;
using System.Xml.Linq;
using Microsoft.Playwright;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>A chart taken along: as a picture, a drawing, a file and a table in the clipboard, under the strict policy.</summary>
public sealed class ExportJourney(Installation site)
{
    [Fact]
    public async Task A_chart_becomes_a_png_an_svg_and_a_csv_with_the_rows_on_screen()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("saeki@example.com");
        await visitor.AskAsync("担当者別の受注金額");
        await Expect(visitor.Chart).ToBeVisibleAsync();
        var title = await visitor.Answer.Locator(".chart-head h2").InnerTextAsync();

        var (name, png) = await SaveAsync(visitor, "png");
        Assert.EndsWith($"-{site.Aoba.Today:yyyyMMdd}.png", name, StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(1920, (png[16] << 24) | (png[17] << 16) | (png[18] << 8) | png[19]);
        Assert.True(png.Length > 10_000, $"{png.Length} bytes");

        var svg = XDocument.Parse(Encoding.UTF8.GetString((await SaveAsync(visitor, "svg")).Content));
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(title, svg.Root!.Element(ns + "title")!.Value);
        var words = string.Join('\n', svg.Descendants(ns + "text").Select(t => t.Value));
        Assert.Contains(title, words, StringComparison.Ordinal);
        Assert.Contains("受注", words, StringComparison.Ordinal);
        Assert.Contains("Asia/Tokyo", words, StringComparison.Ordinal);
        Assert.Contains("佐伯 美咲", words, StringComparison.Ordinal);
        Assert.Equal("rgb(255, 255, 255)", (string?)svg.Root.Element(ns + "rect")!.Attribute("fill"));

        var rows = await visitor.RowsAsync();
        var csv = (await SaveAsync(visitor, "csv")).Content;
        Assert.Equal([0xef, 0xbb, 0xbf], csv[..3]);
        var lines = Encoding.UTF8.GetString(csv[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Select(row => string.Join(',', [row.Name, .. row.Figures.Select(Plain)])), lines[1..(rows.Count + 1)]);
        visitor.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task In_the_dark_a_picture_is_light_and_the_menu_works_by_keys()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visitor.SignInAsync("ortiz@example.com");
        await visitor.AskAsync("amount by industry as a waterfall");
        await Expect(visitor.Chart).ToBeVisibleAsync();
        var menu = visitor.Answer.Locator("[data-export]");
        await menu.Locator("summary").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(menu.Locator("[data-export-as=svg]")).ToBeFocusedAsync();
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));
        var svg = XDocument.Load(await file.PathAsync());
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal("rgb(255, 255, 255)", (string?)svg.Root!.Element(ns + "rect")!.Attribute("fill"));
        await Expect(menu.Locator("summary")).ToBeFocusedAsync();
        await visitor.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task A_crossed_table_is_copied_as_it_stands_and_no_text_becomes_a_formula()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visitor.SignInAsync("saeki@example.com");
        await visitor.AskAsync("担当と段階のクロス集計");
        var table = visitor.Answer.Locator(".pivot table");
        await Expect(table).ToBeVisibleAsync();
        await Expect(visitor.Answer.Locator("[data-export-as=png]")).ToHaveCountAsync(0);
        await visitor.ShouldBeAccessibleAsync();
        // As if somebody were called like a formula.
        await table.Locator("tbody th").First.EvaluateAsync("cell => { cell.textContent = '=1+1'; }");
        await visitor.Answer.Locator("[data-export] summary").ClickAsync();
        await visitor.Answer.Locator("[data-export-as=copy]").ClickAsync();
        await Expect(visitor.Page.Locator(".toast")).ToBeVisibleAsync();
        var lines = (await visitor.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).Split('\n');
        var heads = await table.Locator("thead th").AllInnerTextsAsync();
        Assert.Equal(heads.Count, lines[0].Split('\t').Length);
        var rows = await table.Locator("tbody tr").CountAsync();
        Assert.Equal(rows + 2, lines.Length);
        Assert.StartsWith("'=1+1\t", lines[1], StringComparison.Ordinal);
        Assert.All(lines[1..], line => Assert.Equal(heads.Count, line.Split('\t').Length));
    }

    private static string Plain(string figure) => figure == "–" ? "" : figure.Replace(",", "", StringComparison.Ordinal).Replace('−', '-');

    private static async Task<(string Name, byte[] Content)> SaveAsync(Visitor visitor, string kind)
    {
        await visitor.Answer.Locator("[data-export] summary").ClickAsync();
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Answer.Locator($"[data-export-as={kind}]").ClickAsync());
        return (file.SuggestedFilename, await File.ReadAllBytesAsync(await file.PathAsync(), TestContext.Current.CancellationToken));
    }
}
