using Web.Tests.Support;
using Web.Tests.Walls;

namespace Web.Tests.PlantedFaults;

/// <summary>
/// A check that has never been red proves nothing. Every fault is planted alone, in a database of its own or in a host of
/// the test, and the checks that it names must turn red; with nothing planted, the same machinery is green.
/// </summary>
public sealed class PlantedFaultsTests(TestInstallation installation)
{
    internal static IReadOnlyList<Fault> All { get; } =
        [.. SchemaFaults.All, .. DoorFaults.All, .. QueryFaults.All, .. MemoryFaults.All, .. PeopleFaults.All, .. SightFaults.All];

    [Fact]
    public void There_are_enough_of_them_and_each_check_is_red_for_one()
    {
        Assert.True(All.Count >= 60, $"{All.Count} faults");
        Assert.Equal(All.Count, All.Select(fault => fault.Name).Distinct().Count());
        Assert.Equal([], WallChecks.All.Keys.Except(All.SelectMany(fault => fault.Checks)));
        Assert.All(All, fault => Assert.NotEmpty(fault.Checks));
    }

    [Fact]
    public async Task With_nothing_planted_every_check_is_green() =>
        await TryAllAsync(new Fault("nothing") { Replace = (_, _) => { } }, WallChecks.All.Keys);

    [Fact]
    public async Task The_apps_own_wall_holds_alone() =>
        await TryAllAsync(new Fault("nothing") { Replace = (_, _) => { }, FirstWallAlone = true }, WallChecks.OfTheApp.Keys);

    private async Task TryAllAsync(Fault nothing, IEnumerable<string> checks) => await (await installation.SeedbedAsync()).TryAsync(nothing, async plot =>
    {
        foreach (var check in checks) Assert.True(await Verdict.OfAsync(check, plot) is null, $"{check}: {await Verdict.OfAsync(check, plot)}");
    });
}

/// <summary>Whether a check is red, and what it says then.</summary>
internal static class Verdict
{
    /// <returns>Null: green. A check that breaks instead of finding something wrong is neither, and fails the test.</returns>
    public static async Task<string?> OfAsync(string check, Plot plot)
    {
        try
        {
            await WallChecks.All[check](plot);
            return null;
        }
        catch (Exception red) when (red is Xunit.Sdk.IAssertionException)
        {
            return red.Message;
        }
    }

    public static async Task MustBeRedAsync(this Seedbed seedbed, Fault fault) => await seedbed.TryAsync(fault, async plot =>
    {
        List<string> blind = [];
        foreach (var check in fault.Checks)
            if (await OfAsync(check, plot) is null) blind.Add(check);
        Assert.True(blind.Count == 0, $"“{fault.Name}” was planted and nobody saw it: {string.Join(", ", blind)}");
    });
}
