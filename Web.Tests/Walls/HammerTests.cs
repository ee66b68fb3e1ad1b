using System.Globalization;
using Web.Tests.Support;

namespace Web.Tests.Walls;

/// <summary>The walls under load, over one connection and over eight. `bench/hammer` sends two hundred thousand requests.</summary>
public sealed class HammerTests(TestInstallation installation)
{
    private static int Requests => int.Parse(Environment.GetEnvironmentVariable("TSUMUGI_HAMMER") ?? "3000", CultureInfo.InvariantCulture) / 2;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Nobody_gets_anothers_body_whatever_goes_wrong(int connections)
    {
        await using var hammer = await Hammer.MakeAsync(installation, connections);
        var report = await hammer.StrikeAsync(Requests);
        if (Environment.GetEnvironmentVariable("TSUMUGI_HAMMER") is not null) await Console.Out.WriteLineAsync($"pool of {connections}: {report}");
        Assert.True(report.Wrong == 0, $"{report}\n{string.Join('\n', report.Some)}");
        Assert.True(report.Statuses.Keys.Count(status => status.EndsWith(" 500", StringComparison.Ordinal) || status.EndsWith("cut off", StringComparison.Ordinal)) > 2, $"nothing went wrong on the way: {report}");
    }
}
