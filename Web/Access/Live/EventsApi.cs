using System.Text.Json;
using Web.Access.Company;
using Web.Access.Sessions;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.Live;

/// <summary>
/// <c>GET /events</c>: server-sent events of this company that this person may see, for browsers. An event says that a
/// record changed, by its id; whoever wants to know more asks for it and passes every wall on the way.
/// </summary>
internal static class EventsApi
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2), Beat = TimeSpan.FromSeconds(15);

    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/events", StreamAsync).WithTags("Live").WithSummary("What changes, as server-sent events; for browsers").Produces(200, contentType: "text/event-stream");

    private static async Task StreamAsync(
        HttpContext context, CurrentMember member, TenantScope scope, LiveStreams streams, Welcome welcome, IHostApplicationLifetime life, TimeProvider time)
    {
        if (member.Person.Kind != SessionKind.Browser) throw new RefusalException(401, "not_signed_in");
        using var stream = streams.Open(scope.TenantId, member.Id) ?? throw new RefusalException(429, "streams_too_many", LiveStreams.PerMember);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping, stream.Ended);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await WriteAsync(context.Response, "retry: 3000\n\n", over.Token);
            await FollowAsync(context.Response, stream, member.Person.SessionId, welcome, time, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The page has gone, the app stops, or the reader fell behind.
        }
    }

    /// <summary>Looks every two seconds, and before every event, whether this person is still welcome.</summary>
    private static async Task FollowAsync(HttpResponse response, LiveStream stream, Guid session, Welcome welcome, TimeProvider time, CancellationToken over)
    {
        using var clock = new PeriodicTimer(Look, time);
        var (waiting, tick, last) = (stream.Waiting.WaitToReadAsync(over).AsTask(), clock.WaitForNextTickAsync(over).AsTask(), time.GetTimestamp());
        while (true)
        {
            await await Task.WhenAny(waiting, tick);
            if (await welcome.AsAsync(session, over) is not { } person) return;
            if (tick.IsCompleted) tick = clock.WaitForNextTickAsync(over).AsTask();
            var text = "";
            if (waiting.IsCompleted)
            {
                List<(LiveEvent Event, Topic Topic)> heard = [];
                while (stream.Waiting.TryRead(out var one))
                    if (one is { } told && person.Permissions.Contains(told.Topic.Permission)) heard.Add(told);
                foreach (var one in await welcome.SeenAsync(person, heard, over)) text += Write(one);
                waiting = stream.Waiting.WaitToReadAsync(over).AsTask();
            }
            if (text is "" && time.GetElapsedTime(last) < Beat) continue;
            await WriteAsync(response, text is "" ? ":\n\n" : text, over);
            last = time.GetTimestamp();
        }
    }

    private static string Write(LiveEvent heard) => $"event: {heard.Topic}\ndata: {JsonSerializer.Serialize(new { id = heard.Record })}\n\n";

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken over)
    {
        await response.WriteAsync(text, over);
        await response.Body.FlushAsync(over);
    }
}

/// <summary>Whether somebody who was let in may stay: their session lives, and their company is neither suspended nor closed to them.</summary>
internal sealed class Welcome(TenantScope scope, TenantWork leases, LiveSessions sessions, TenantDirectory directory, TimeProvider time)
{
    public async Task<SignedIn?> AsAsync(Guid session, CancellationToken cancellation) =>
        await directory.FindAsync(scope.TenantId, cancellation) is { } company
        && await sessions.FindAsync(session, scope, leases, cancellation, watches: true) is { } person
        && company.Keeps(person.Role, time.GetUtcNow()) && !person.IsOverdue(time.GetUtcNow()) ? person : null;

    /// <summary>What of it they may hear: of a record that they do not see, nothing, not even its id.</summary>
    public async Task<IReadOnlyList<LiveEvent>> SeenAsync(SignedIn person, IReadOnlyList<(LiveEvent Event, Topic Topic)> heard, CancellationToken cancellation)
    {
        if (person.Sees is null || heard.All(one => one.Topic.Seen is null)) return [.. heard.Select(one => one.Event)];
        var own = new TenantScope(); // with the sight of this moment; that of the request is as old as the page
        own.Enter(scope.TenantId);
        own.See(person.Sees);
        await using var db = leases.Lease(own);
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        List<LiveEvent> seen = [];
        foreach (var topic in heard.GroupBy(one => one.Topic))
        {
            var ids = topic.Key.Seen is { } ask ? (await ask(db, [.. topic.Select(one => one.Event.Record).Distinct()], cancellation)).ToHashSet() : null;
            seen.AddRange(topic.Select(one => one.Event).Where(one => ids is null || one.Record == Guid.Empty || ids.Contains(one.Record)));
        }
        return seen;
    }
}
