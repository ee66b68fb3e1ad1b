using System.Text.Json;

namespace Web.Ui;

/// <summary>One line that says what was done, with at most one act, such as to undo it.</summary>
/// <param name="Url">What the act POSTs to.</param>
public sealed record Toast(string Text, string? Act = null, string? Url = null)
{
    /// <summary>Where the act leads, when it is no POST.</summary>
    public string? Href { get; init; }

    /// <summary>Sends it with the fragments of this answer.</summary>
    public void Send(HttpResponse response)
    {
        Dictionary<string, string> words = new() { ["text"] = Text };
        if (Act is not null && Url is not null) (words["act"], words["url"]) = (Act, Url);
        if (Act is not null && Href is not null) (words["act"], words["href"]) = (Act, Href);
        response.Headers["HX-Trigger"] = JsonSerializer.Serialize(new { toast = words }); // escapes all but ASCII, as a header needs
    }
}

public static class HtmxRequest
{
    /// <summary>Whether the page's script asks, and so wants a fragment.</summary>
    public static bool WantsFragment(this HttpRequest request) => request.Headers.ContainsKey("HX-Request");
}
