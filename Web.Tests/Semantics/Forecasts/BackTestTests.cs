using Web.Semantics.Forecasts;

namespace Web.Tests.Semantics.Forecasts;

public sealed class BackTestTests
{
    [Fact]
    public void Errors_worked_out_by_hand()
    {
        // 1 … 20. From 16 the last value repeated is off by 1 2 3 4, from 17 by 1 2 3, from 18 by 1 2, from 19 by 1: 20 in ten forecasts of figures
        // that sum to 74 + 57 + 39 + 20. One step of the known stretch is 1. A line is never off.
        var test = BackTest.Of([.. Enumerable.Range(1, 20).Select(y => (double)y)], 1, 4)!;
        Assert.Equal((4, ForecastMethod.Trend, ForecastMethod.Naive), (test.Periods, test.Method, test.RivalMethod));
        Assert.Equal(0, test.Error.Mean, 1e-9);
        Assert.Equal(2, test.Rival.Mean, 12);
        Assert.Equal(100 * 20 / 190.0, test.Rival.Percent!.Value, 12);
        Assert.Equal(2, test.Rival.Scaled!.Value, 12);
    }

    [Fact]
    public void The_yardstick_repeats_the_round_before()
    {
        // A round of 4 that rises by 10 each time: what was one round ago is always 10 too little.
        var test = BackTest.Of([.. Enumerable.Range(0, 20).Select(t => (double)(new[] { 100, 200, 50, 400 }[t % 4] + (10 * (t / 4))))], 4, 4)!;
        Assert.Equal(ForecastMethod.Season, test.Method);
        Assert.Equal(10, test.Rival.Mean, 12);
        Assert.Equal(1, test.Rival.Scaled!.Value, 12);
    }

    [Fact]
    public void Where_the_yardstick_does_better_it_is_used_and_the_best_other_is_its_rival()
    {
        // Three at a time stay where they are: whoever follows the jumps is wrong.
        double[] series = [.. Enumerable.Range(0, 40).Select(t => (double)(t / 20 * 100) + (t % 2))];
        for (var t = 21; t < 40; t++) series[t] = 0;
        var forecast = Forecaster.Make(series, 1, 3, 6);
        Assert.Equal(ForecastMethod.Naive, forecast.Method);
        Assert.Equal(ForecastMethod.Trend, forecast.Test!.RivalMethod);
        Assert.True(forecast.Test.Error.Mean < forecast.Test.Rival.Mean);
        Assert.All(forecast.Points, point => Assert.Equal(0, point.Value));
        Assert.True(forecast.Points[2].Upper95 > forecast.Points[0].Upper95);
    }

    [Fact]
    public void The_used_method_is_never_worse_than_the_yardstick_in_the_test()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var random = new Random(seed);
            var level = 0.0;
            double[] series = [.. Enumerable.Range(0, 50).Select(_ => level += random.NextDouble() - 0.5)];
            var test = BackTest.Of(series, 12, 6)!;
            if (test.Method != ForecastMethod.Naive) Assert.True(test.Error.Mean <= test.Rival.Mean);
            else Assert.True(test.Error.Mean < test.Rival.Mean);
        }
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(8, 1)]
    [InlineData(26, 12)]
    public void Too_short_a_series_has_none_but_a_forecast(int figures, int season)
    {
        double[] series = [.. Enumerable.Range(0, figures).Select(t => 10.0 + (t % 3))];
        Assert.Null(BackTest.Of(series, season, 6));
        Assert.Equal(Forecaster.MethodOf(figures, season), Forecaster.Make(series, season, 2, 6).Method);
    }

    [Fact]
    public void Zeros_have_an_error_but_no_percentage()
    {
        var test = BackTest.Of(new double[20], 1, 4)!;
        Assert.Equal((0, null, null), (test.Error.Mean, test.Error.Percent, test.Error.Scaled));
    }
}
