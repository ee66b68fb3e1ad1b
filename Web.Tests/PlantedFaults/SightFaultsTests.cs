using Web.Tests.Support;

namespace Web.Tests.PlantedFaults;

public sealed class SightFaultsTests(TestInstallation installation)
{
    public static TheoryData<string> Names => [.. SightFaults.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_planted_fault_is_seen(string name) => await (await installation.SeedbedAsync()).MustBeRedAsync(SightFaults.All.Single(fault => fault.Name == name));
}
