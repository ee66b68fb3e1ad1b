using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E.Support;

/// <summary>Waiting for the page that follows. <c>WaitForURLAsync</c> of this driver can miss the event it waits for (microsoft/playwright-dotnet, issue 3364); both questions here are asked again until they hold.</summary>
internal static class Arrivals
{
    /// <param name="page">Where something was pressed.</param>
    /// <param name="address">A path, with or without its query; or a part of a query alone.</param>
    public static async Task ShouldReachAsync(this IPage page, string address)
    {
        var start = address.StartsWith('/') ? "^https?://[^/?#]+" : "[?&]";
        await Expect(page).ToHaveURLAsync(new Regex($"{start}{Regex.Escape(address.TrimStart('?'))}(?:$|[?&#])", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }
}
