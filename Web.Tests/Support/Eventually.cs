using System.Diagnostics;

namespace Web.Tests.Support;

/// <summary>Waits for a fact that comes true by itself, such as what a background writer leaves; never for time.</summary>
public static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> fact)
    {
        var clock = Stopwatch.StartNew();
        while (!await fact())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "It did not come true within 30 seconds.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
