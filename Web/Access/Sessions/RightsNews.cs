using Web.Access.Live;
using Web.Data;

namespace Web.Access.Sessions;

/// <summary>Hears on every instance that somebody was deactivated, got another role or a new stamp: what is known of them is forgotten, and their open pages end.</summary>
internal sealed class RightsNews(LiveSessions sessions, LiveStreams streams) : IListens
{
    public string Channel => "member_changed";

    public void Heard(string message)
    {
        var words = message.Split(' ');
        if (words.Length != 2 || !Guid.TryParseExact(words[0], "D", out var tenant) || !Guid.TryParseExact(words[1], "D", out var member)) return;
        sessions.Forget(tenant);
        streams.End(tenant, member);
    }

    public void MayHaveMissed() => sessions.ForgetAll();
}
