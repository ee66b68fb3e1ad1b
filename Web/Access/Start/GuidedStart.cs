namespace Web.Access.Start;

/// <summary>The guided start of a company that signed itself up: it shows on the first page until it is done or sent away.</summary>
public sealed class GuidedStart
{
    private GuidedStart()
    {
    }

    public Guid Id { get; private init; }
    public DateTimeOffset BegunAt { get; private init; }
    public DateTimeOffset? DismissedAt { get; private set; }

    public static GuidedStart Begin(DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), BegunAt = now };

    public void Dismiss(DateTimeOffset now) => DismissedAt ??= now;
}
