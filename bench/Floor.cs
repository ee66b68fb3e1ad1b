using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;

namespace Bench;

/// <summary>
/// The least that could do the same work: bare Kestrel, hand-written SQL in one round trip, the same bytes written by hand.
/// It does not ask who calls, what they may see or in which language; it knows the frame of the page by heart.
/// </summary>
internal sealed class Floor(WebApplication app, FloorDoor door, HttpClient client) : IAsyncDisposable
{
    public static async Task<Floor> StartAsync(World world, Visitor visitor, bool peer, bool kept)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var door = new FloorDoor(world, visitor, peer, kept);
        var (pages, data) = (new FloorPages(door), new FloorData(door));
        pages.Learn(await visitor.Client.GetByteArrayAsync("deals?status=open"), await visitor.Client.GetByteArrayAsync("deals/board"));
        await pages.FindEndsAsync();
        app.Use((context, next) => door.Admits(context.Request) ? next(context) : throw new UnauthorizedAccessException());
        app.MapGet("/list", pages.ListAsync);
        app.MapGet("/rows", pages.RowsAsync);
        app.MapGet("/board", pages.BoardAsync);
        app.MapGet("/cards", pages.CardsAsync);
        app.MapGet("/json", data.ListAsync);
        app.MapGet("/chart", data.ChartAsync);
        await app.StartAsync();
        var server = (IServer)app.Services.GetService(typeof(IServer))!;
        var client = new HttpClient { BaseAddress = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        client.DefaultRequestHeaders.Authorization = visitor.Client.DefaultRequestHeaders.Authorization;
        return new Floor(app, door, client);
    }

    public Func<Task> Get(string path) => async () => await Visitor.ReadAsync(await client.GetAsync(path));

    public Task<byte[]> BytesAsync(string path) => client.GetByteArrayAsync(path);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await door.DisposeAsync();
    }
}
