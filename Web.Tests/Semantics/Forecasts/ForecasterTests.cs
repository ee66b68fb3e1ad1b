using Web.Semantics.Forecasts;

namespace Web.Tests.Semantics.Forecasts;

public sealed class ForecasterTests
{
    [Theory]
    [InlineData(3, 12, ForecastMethod.Mean)]
    [InlineData(5, 1, ForecastMethod.Mean)]
    [InlineData(6, 12, ForecastMethod.Trend)]
    [InlineData(23, 12, ForecastMethod.Trend)]
    [InlineData(24, 12, ForecastMethod.Season)]
    [InlineData(4, 2, ForecastMethod.Mean)]
    [InlineData(8, 4, ForecastMethod.Season)]
    [InlineData(40, 1, ForecastMethod.Trend)]
    public void The_length_chooses_the_method(int figures, int season, ForecastMethod method) => Assert.Equal(method, Forecaster.MethodOf(figures, season));

    [Fact]
    public void A_short_series_goes_on_at_its_mean()
    {
        // Mean 4, standard deviation 2, of a further figure 2·√(1 + 1/3) = 2.3094.
        var point = Assert.Single(Forecaster.Continue([2, 4, 6], 12, 1));
        Assert.Equal(4, point.Value, 10);
        Assert.Equal(4 - (1.959963984540054 * 2.309401076758503), point.Lower95, 9);
        Assert.Equal(4 + (1.2815515655446004 * 2.309401076758503), point.Upper80, 9);
    }

    [Fact]
    public void Holt_worked_out_by_hand()
    {
        // The line through 1 2 3 4 5 7 begins at level −0.2667 with trend 1.1333 (least squares: mean 22/6, slope 19.8333/17.5); α = β = 0.5.
        var smoothing = new Smoothing([1, 2, 3, 4, 5, 7], 1, new Weights(0.5, 0.5, 0));
        var (level, trend, squares) = ((22 / 6.0) - (3.5 * (20 / 17.5)), 20 / 17.5, 0.0);
        Assert.Equal(20 / 17.5, new[] { 1, 2, 3, 4, 5, 7 }.Select((y, i) => (i + 1 - 3.5) * (y - (22 / 6.0))).Sum() / 17.5, 12);
        foreach (var y in new[] { 1, 2, 3, 4, 5, 7 })
        {
            var error = y - level - trend;
            (level, trend, squares) = (level + trend + (0.5 * error), trend + (0.25 * error), squares + (error * error));
        }
        Assert.Equal(level + (3 * trend), smoothing.Ahead(3), 10);
        Assert.Equal(squares, smoothing.Squares, 10);
        // 1 + (0.5 + 0.25·1)² + (0.5 + 0.25·2)²
        Assert.Equal(1 + 0.5625 + 1, smoothing.Spread(3), 10);
    }

    [Fact]
    public void A_season_worked_out_by_hand()
    {
        // Two rounds of two: means 2 and 6, so the trend is 2 a step, the level 2 − 2·1.5 = −1, the season −1 + … as below; no error at all.
        var smoothing = new Smoothing([0, 4, 4, 8], 2, new Weights(0.3, 0.1, 0.2));
        Assert.Equal(0, smoothing.Squares, 12);
        Assert.Equal([8.0, 12.0, 12.0, 16.0], Enumerable.Range(1, 4).Select(h => Math.Round(smoothing.Ahead(h), 9)));
        // j = 1: 0.3 + 0.03; j = 2: 0.3 + 0.06 + 0.7·0.2.
        Assert.Equal(1 + (0.33 * 0.33) + (0.5 * 0.5), smoothing.Spread(3), 10);
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(4, 12)]
    [InlineData(7, 21)]
    [InlineData(12, 36)]
    [InlineData(24, 49)]
    public void A_series_without_noise_is_continued(int season, int figures)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            double level = random.Next(-1000, 1000), trend = random.Next(-50, 50) / 3.0;
            var rounds = Enumerable.Range(0, season).Select(_ => (double)random.Next(-200, 200)).ToArray();
            double At(int t) => level + (trend * t) + (season == 1 ? 0 : rounds[t % season]);
            var points = Forecaster.Continue([.. Enumerable.Range(0, figures).Select(At)], season, 30);
            for (var h = 0; h < points.Count; h++)
            {
                Assert.Equal(At(figures + h), points[h].Value, 1e-6);
                Assert.Equal(points[h].Upper95, points[h].Lower95, 1e-5);
            }
        }
    }

    /// <summary>
    /// 300 series of a trend, a season of twelve and normal noise, six months ahead: with 1 800 figures, those of a series alike, a share is known to about two
    /// points. Five points either way are let pass; two rounds are hardly enough to tell season from noise, so that ranges may only be too wide there.
    /// </summary>
    [Theory]
    [InlineData(24, 0.90, 1.0)]
    [InlineData(36, 0.90, 0.99)]
    [InlineData(60, 0.90, 0.99)]
    [InlineData(120, 0.90, 0.99)]
    public void With_noise_the_ranges_hold_what_they_say_and_widen(int figures, double least, double most)
    {
        var (wide, narrow, all) = (0, 0, 0);
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            double Noise() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            double At(int t) => 500 + (3 * t) + (40 * Math.Sin(2 * Math.PI * t / 12)) + (10 * Noise());
            var points = Forecaster.Continue([.. Enumerable.Range(0, figures).Select(At)], 12, 6);
            Assert.True(points[5].Upper95 - points[5].Lower95 >= points[0].Upper95 - points[0].Lower95);
            Assert.All(points, p => Assert.True(p.Lower95 < p.Lower80 && p.Lower80 < p.Value && p.Value < p.Upper80 && p.Upper80 < p.Upper95));
            foreach (var (point, y) in points.Select((p, h) => (p, At(figures + h))))
            {
                all++;
                if (point.Lower95 <= y && y <= point.Upper95) wide++;
                if (point.Lower80 <= y && y <= point.Upper80) narrow++;
            }
        }
        Assert.InRange(wide / (double)all, least, most);
        Assert.InRange(narrow / (double)all, 0.75, figures == 24 ? 0.95 : 0.88);
    }

    [Fact]
    public void The_same_series_gives_the_same_forecast_and_too_few_give_none()
    {
        double[] series = [5, 3, 8, 6, 9, 12, 7, 10, 15];
        Assert.Equal(Forecaster.Continue(series, 4, 5), Forecaster.Continue(series, 4, 5));
        Assert.Throws<ArgumentException>(() => Forecaster.Continue([1, 2], 1, 1));
    }
}
