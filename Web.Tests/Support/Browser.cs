using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Web.Tests.Support;

/// <summary>A browser without a screen: it keeps cookies and fills in forms as they are on the page, hidden fields included.</summary>
public sealed class Browser(HttpClient client)
{
    public HttpClient Client => client;

    /// <summary>The session's cookie as it was set, attributes and all; the client itself keeps it out of sight.</summary>
    public string SetCookie { get; private set; } = "";

    public string SessionCookie => SetCookie.Split(';')[0];

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        var answer = await client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}: {text[..Math.Min(400, text.Length)]}");
        return new HtmlParser().ParseDocument(text);
    }

    /// <summary>Sends the form with this action, its own fields overlaid with <paramref name="values"/>.</summary>
    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string action, params (string Name, string Value)[] values) => SubmitToAsync(page, action, action, values);

    /// <summary>Sends it where one of its buttons says.</summary>
    public async Task<HttpResponseMessage> SubmitToAsync(IHtmlDocument page, string action, string address, params (string Name, string Value)[] values)
    {
        var form = page.Forms.First(form => form.GetAttribute("action") == action);
        var fields = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
            .Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked)
            .ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in values) fields[name] = value;
        return await client.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    public async Task<HttpResponseMessage> TrySignInAsync(string email, string password) =>
        await SubmitAsync(await OpenAsync("/sign-in"), "/sign-in", ("email", email), ("password", password));

    public async Task SignInAsync(string email, string password)
    {
        var answer = await TrySignInAsync(email, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        SetCookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("tsumugi-session=", StringComparison.Ordinal));
    }
}
