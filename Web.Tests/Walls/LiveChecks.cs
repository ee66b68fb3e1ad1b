using Npgsql;
using Web.Tests.Support;

namespace Web.Tests.Walls;

internal static class LiveChecks
{
    /// <summary>An event of A reaches A's people who may read the CRM, and neither B nor who may not.</summary>
    public static async Task OnlyWhoMayHearsAsync(Plot plot)
    {
        var (a, b) = (plot.People.A, plot.People.B);
        await using var mine = await OpenAsync(plot, a, a.Viewer);
        await using var theirs = await OpenAsync(plot, b, b.Viewer);
        await using var compliance = await OpenAsync(plot, a, a.Compliance);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await TellAsync(plot, a, first);
        await TellAsync(plot, b, second);
        Assert.Contains(first, await mine.UntilAsync(first));
        Assert.DoesNotContain(first, await theirs.UntilAsync(second)); // told in order: had it come, it had come before
        for (var i = 0; i < 10 && compliance.IsSilent; i++) await Task.Delay(100, TestContext.Current.CancellationToken); // nothing tells that nothing will come
        Assert.True(compliance.IsSilent, "somebody without the permission heard of a deal");
    }

    private static Task<EventReader> OpenAsync(Plot plot, Neighbour company, Caller caller)
    {
        var client = plot.App.Bare(company.Host);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", caller.Cookie);
        return EventReader.OpenAsync(client);
    }

    private static async Task TellAsync(Plot plot, Neighbour company, Guid record)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(plot.Process) { Pooling = false }.ConnectionString);
        await using var connection = await plot.EnterAsync(source, company.Company.Id);
        await connection.AsksAsync($"select app.tell('deal', '{record}', null)");
        await connection.AsksAsync("commit");
    }
}
