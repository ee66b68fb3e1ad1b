using System.Net;
using Web.Operations;
using Web.Tests.Support;

namespace Web.Tests.Operations;

public sealed class HealthQuestionTests(TestInstallation installation)
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:5080/")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://0.0.0.0:90", "http://127.0.0.1:90/")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("https://+:8443;http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://10.1.2.3:8080", "http://10.1.2.3:8080/")]
    public void It_asks_where_the_instance_listens(string? urls, string address) => Assert.Equal(new Uri(address), HealthQuestion.Listening(urls));

    [Fact]
    public async Task An_instance_that_is_ready_is_0() =>
        Assert.Equal(0, await HealthQuestion.AskAsync(new Uri($"http://127.0.0.1:{installation.ServedPort}"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task Nobody_there_is_1()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        Assert.Equal(1, await HealthQuestion.AskAsync(new Uri($"http://127.0.0.1:{port}"), TestContext.Current.CancellationToken));
    }
}
