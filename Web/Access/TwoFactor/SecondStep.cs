namespace Web.Access.TwoFactor;

/// <summary>How a member's second step stands: the authenticator's key, once there is one, and the tries that failed.</summary>
public sealed class SecondStep
{
    public const int MostFailures = 5;
    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(15), LongestLock = TimeSpan.FromHours(24);

    private SecondStep()
    {
    }

    /// <summary>The member's.</summary>
    public Guid Id { get; private init; }
    public byte[]? WrappedKey { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public long LastStep { get; private set; }
    public int Failures { get; private set; }
    public int Locks { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }

    public bool HasAuthenticator => ConfirmedAt is not null;

    public static SecondStep Of(Guid member, DateTimeOffset now) => new() { Id = member, CreatedAt = now };

    /// <summary>A new key waits to be confirmed by a code of it. One that is in use is never replaced unasked.</summary>
    /// <exception cref="InvalidOperationException">An authenticator is in use; turn it off first.</exception>
    public void Prepare(byte[] wrappedKey)
    {
        if (HasAuthenticator) throw new InvalidOperationException("An authenticator is in use.");
        WrappedKey = wrappedKey;
    }

    /// <param name="step">The time step of the code that confirmed it, which is thereby used.</param>
    public void Confirm(long step, DateTimeOffset now) => (ConfirmedAt, LastStep) = (now, step);

    public void DropAuthenticator() => (WrappedKey, ConfirmedAt) = (null, null);

    public void Reminded(DateTimeOffset now) => RemindedAt = now;

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>Counts a wrong code. After a few the step is locked, each time for twice as long, up to a day.</summary>
    /// <returns>Whether it is locked now.</returns>
    public bool Fail(DateTimeOffset now)
    {
        if (++Failures < MostFailures) return false;
        var lasts = FirstLock * Math.Pow(2, Math.Min(Locks, 10));
        (Failures, Locks, LockedUntil) = (0, Locks + 1, now + (lasts < LongestLock ? lasts : LongestLock));
        return true;
    }

    public void Succeed() => (Failures, Locks, LockedUntil) = (0, 0, null);
}
