namespace Web.Insights.Charts.Options;

/// <summary>Round ends for scales.</summary>
internal static class Scale
{
    /// <summary>The least 1, 2, 2.5 or 5 times a power of ten that is not below <paramref name="figure"/>; 1 for nothing.</summary>
    public static decimal Above(decimal figure)
    {
        if (figure <= 0) return 1;
        if (figure > 1e26m) return figure;
        var unit = 1m;
        while (unit < figure) unit *= 10;
        while (unit / 10 >= figure && unit > 1e-9m) unit /= 10;
        foreach (var part in new[] { 0.1m, 0.2m, 0.25m, 0.5m })
            if (unit * part >= figure) return unit * part;
        return unit;
    }

    /// <summary>0, or a round figure below a negative one.</summary>
    public static decimal Below(decimal figure) => figure >= 0 ? 0 : -Above(-figure);
}
