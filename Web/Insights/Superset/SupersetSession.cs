using System.Net;

namespace Web.Insights.Superset;

/// <summary>
/// One company's sign-in at Superset: its tokens and its own cookie jar. A jar is never shared, because Superset believes
/// a cookie before it believes a token.
/// </summary>
internal sealed class SupersetSession
{
    public CookieContainer Cookies { get; } = new();
    public string? AccessToken { get; set; }
    public string? RefreshToken { get; set; }
    public string? Csrf { get; set; }
    public SemaphoreSlim Door { get; } = new(1, 1);
}
