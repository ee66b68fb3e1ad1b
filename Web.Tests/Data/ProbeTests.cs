using Web.Tests.Support;
using Web.Tests.Walls;

namespace Web.Tests.Data;

public sealed class ProbeTests(TestInstallation installation)
{
    [Fact]
    public async Task No_probe_gets_through() => await Probes.NoneGetsThroughAsync(await installation.PlotAsync());
}
