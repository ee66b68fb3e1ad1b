namespace Web.Semantics.Forecasts;

/// <summary>The yardstick: what was one round ago comes again (seasonal naive); without a whole round, the last figure stays.</summary>
internal static class Naive
{
    public static int RoundOf(int figures, int season) => season > 1 && figures > season ? season : 1;

    /// <param name="origin">How many figures are known.</param>
    public static double Ahead(IReadOnlyList<double> series, int origin, int round, int ahead) => series[origin - round + ((ahead - 1) % round)];
}
