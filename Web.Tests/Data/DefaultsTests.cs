using Web.Tests.Support;

namespace Web.Tests.Data;

public sealed class DefaultsTests(TestInstallation installation)
{
    [Fact]
    public async Task The_measured_settings_are_in_force()
    {
        Assert.Contains("No Reset On Close=True", installation.Database.Process);
        await using var command = installation.Source.CreateCommand("select current_setting('application_name')");
        Assert.Equal("tsumugi", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
