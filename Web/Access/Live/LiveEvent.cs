namespace Web.Access.Live;

/// <summary>Something that happened to a record of a company, as the database tells it: ids only.</summary>
/// <param name="Member">The one member who may hear of it, or nobody in particular.</param>
internal sealed record LiveEvent(Guid Tenant, string Topic, Guid Record, Guid? Member)
{
    /// <summary>Reads what <c>app.tell</c> wrote; null when it is not of that form.</summary>
    public static LiveEvent? Parse(string payload)
    {
        var words = payload.Split(' ');
        if (words.Length is < 3 or > 4 || !Guid.TryParseExact(words[0], "D", out var tenant) || !Guid.TryParseExact(words[2], "D", out var record)) return null;
        if (words.Length == 3) return new LiveEvent(tenant, words[1], record, null);
        return Guid.TryParseExact(words[3], "D", out var member) ? new LiveEvent(tenant, words[1], record, member) : null;
    }
}
