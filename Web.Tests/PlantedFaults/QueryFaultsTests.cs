using Web.Tests.Support;

namespace Web.Tests.PlantedFaults;

public sealed class QueryFaultsTests(TestInstallation installation)
{
    public static TheoryData<string> Names => [.. QueryFaults.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_planted_fault_is_seen(string name) => await (await installation.SeedbedAsync()).MustBeRedAsync(QueryFaults.All.Single(fault => fault.Name == name));
}
