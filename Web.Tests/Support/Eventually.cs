using System.Diagnostics;

namespace Web.Tests.Support;

/// <summary>Waits for a fact that comes true by itself, such as what a background writer leaves; never for time.</summary>
public static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> fact, int seconds = 90)
    {
        var clock = Stopwatch.StartNew();
        while (!await fact())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(seconds), $"It did not come true within {seconds} seconds.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
