using System.Threading.Channels;
using Web.Data;

namespace Web.Access.Live;

/// <summary>The open streams of this instance, by company. What it hears of a company goes to the streams of that company only.</summary>
internal sealed class LiveStreams(IEnumerable<Topic> topics) : IListens
{
    /// <summary>How many pages one member may have open at once, on one instance.</summary>
    public const int PerMember = 8;

    private readonly Dictionary<string, Topic> topics = topics.ToDictionary(topic => topic.Name, StringComparer.Ordinal);
    private readonly Dictionary<Guid, List<LiveStream>> open = [];
    private readonly Lock gate = new();

    public string Channel => "live";

    /// <returns>Null: this member has enough of them.</returns>
    public LiveStream? Open(Guid tenant, Guid member)
    {
        lock (gate)
        {
            if (!open.TryGetValue(tenant, out var streams)) open[tenant] = streams = [];
            if (streams.Count(stream => stream.Member == member) >= PerMember) return null;
            var stream = new LiveStream(tenant, member, this);
            streams.Add(stream);
            return stream;
        }
    }

    public void Heard(string payload)
    {
        if (LiveEvent.Parse(payload) is not { } heard || !topics.TryGetValue(heard.Topic, out var topic)) return;
        foreach (var stream in Of(heard.Tenant)) stream.Offer(heard, topic);
    }

    /// <summary>Every stream ends: its page comes back and looks anew.</summary>
    public void MayHaveMissed()
    {
        LiveStream[] all;
        lock (gate) all = [.. open.Values.SelectMany(streams => streams)];
        foreach (var stream in all) stream.End();
    }

    /// <summary>Somebody's rights changed: their pages come back and are looked at anew.</summary>
    public void End(Guid tenant, Guid member)
    {
        foreach (var stream in Of(tenant))
            if (stream.Member == member) stream.End();
    }

    /// <summary>Something about the company changed: every stream looks at once whether its reader may stay.</summary>
    public void LookAgain(Guid tenant)
    {
        foreach (var stream in Of(tenant)) stream.LookAgain();
    }

    internal void Close(LiveStream stream)
    {
        lock (gate)
            if (open.TryGetValue(stream.Tenant, out var streams) && streams.Remove(stream) && streams.Count == 0) open.Remove(stream.Tenant);
    }

    private LiveStream[] Of(Guid tenant)
    {
        lock (gate) return open.TryGetValue(tenant, out var streams) ? [.. streams] : [];
    }
}

/// <summary>One page's stream. A reader who falls behind is let go; its page comes back and looks anew.</summary>
internal sealed class LiveStream(Guid tenant, Guid member, LiveStreams streams) : IDisposable
{
    private const int Most = 64;
    private readonly Channel<(LiveEvent Event, Topic Topic)?> waiting =
        System.Threading.Channels.Channel.CreateBounded<(LiveEvent, Topic)?>(new BoundedChannelOptions(Most) { SingleReader = true });
    private readonly CancellationTokenSource ended = new();

    public Guid Tenant => tenant;

    public Guid Member => member;

    /// <summary>What was heard; null: nothing to tell, but whether the reader may stay is to be looked at.</summary>
    public ChannelReader<(LiveEvent Event, Topic Topic)?> Waiting => waiting.Reader;

    public CancellationToken Ended => ended.Token;

    public void Offer(LiveEvent heard, Topic topic)
    {
        if (heard.Member is { } only && only != member) return;
        if (!waiting.Writer.TryWrite((heard, topic))) End();
    }

    public void LookAgain()
    {
        if (!waiting.Writer.TryWrite(null)) End();
    }

    public void End()
    {
        try
        {
            ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // its page has just gone
        }
    }

    public void Dispose()
    {
        streams.Close(this);
        ended.Dispose();
    }
}
