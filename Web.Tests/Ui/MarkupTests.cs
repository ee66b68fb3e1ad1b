using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Web.Ui;

namespace Web.Tests.Ui;

public sealed class MarkupTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [Fact]
    public void What_stands_in_braces_is_text_unless_it_is_markup()
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture);
        var id = Guid.CreateVersion7();
        using (var markup = new Markup(page, Encoder))
            markup.Write($"""<b id="{id}">{"<i> & \"縫\""}</b>{new HtmlString("<hr>")}{(string?)null}{-12}{12.50m}{7u}{new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)}""");
        Assert.Equal($"""<b id="{id}">&lt;i&gt; &amp; &quot;縫&quot;</b><hr>-1212.5072026-11-20T09:00:00.0000000&#x2B;00:00""".Replace("&#x2B;", "+", StringComparison.Ordinal), page.ToString());
    }

    [Theory]
    [InlineData("縫", 100_000)]
    [InlineData("<", 9_000)]
    [InlineData("𠮷", 50_001)]
    public void However_much_it_is_all_of_it_arrives(string text, int times)
    {
        var much = string.Concat(Enumerable.Repeat(text, times));
        using var page = new StringWriter(CultureInfo.InvariantCulture);
        using (var markup = new Markup(page, Encoder))
            for (var i = 0; i < 3; i++) markup.Write($"{much}{new HtmlString(much)}{i}");
        var once = Encoder.Encode(much) + much;
        Assert.Equal($"{once}0{once}1{once}2", page.ToString());
    }
}
