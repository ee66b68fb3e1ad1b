using Web.Tests.Support;

namespace Web.Tests.Walls;

/// <summary>Every check of the walls, on the run's own database and app.</summary>
public sealed class WallsHoldTests(TestInstallation installation)
{
    public static TheoryData<string> Names => [.. WallChecks.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_walls_hold(string check) => await WallChecks.All[check](await installation.PlotAsync());
}
