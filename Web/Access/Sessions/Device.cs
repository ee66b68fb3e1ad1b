namespace Web.Access.Sessions;

/// <summary>A browser and its system, as far as a User-Agent tells: enough to know one's own devices by.</summary>
internal static class Device
{
    // The first that is found counts: most browsers also name those that they resemble.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    public static (string? Browser, string? System) Of(string? agent)
    {
        if (string.IsNullOrWhiteSpace(agent)) return (null, null);
        var browser = Array.Find(Browsers, one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
        var system = Array.Find(Systems, one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
        return (browser ?? (agent.Split(' ', '/', '(')[0] is { Length: > 0 and <= 40 } name ? name : null), system);
    }
}
