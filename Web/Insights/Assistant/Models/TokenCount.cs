namespace Web.Insights.Assistant.Models;

/// <summary>About how many tokens a text is, on the safe side: every model counts in its own way, and none is asked.</summary>
public static class TokenCount
{
    public static int Of(string text)
    {
        var (plain, other) = (0, 0);
        foreach (var c in text)
            if (c < 0x80) plain++;
            else other++;
        return plain / 3 + other + 1;
    }
}
