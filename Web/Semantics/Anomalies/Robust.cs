namespace Web.Semantics.Anomalies;

internal static class Robust
{
    /// <summary>The middle figure, or the mean of the two in the middle. The array is put in order.</summary>
    public static double Median(double[] figures)
    {
        Array.Sort(figures);
        var half = figures.Length / 2;
        return figures.Length % 2 == 1 ? figures[half] : (figures[half - 1] + figures[half]) / 2;
    }
}
