using Web.Tests.Support;

namespace Web.Tests.PlantedFaults;

public sealed class PeopleFaultsTests(TestInstallation installation)
{
    public static TheoryData<string> Names => [.. PeopleFaults.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_planted_fault_is_seen(string name) => await (await installation.SeedbedAsync()).MustBeRedAsync(PeopleFaults.All.Single(fault => fault.Name == name));
}
