using Web.Kernel;

namespace Web.Access.SignIn;

/// <summary>Lets only as many hashes be computed at once as there are processors: each takes 19 MiB and some 20 ms.
/// Whoever holds a place may have to wait for the database as well, so those behind are patient.</summary>
internal sealed class PasswordGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim places = new(Math.Max(2, Environment.ProcessorCount));

    /// <exception cref="RefusalException">503: it stayed full.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation) =>
        await places.WaitAsync(Patience, cancellation) ? new Place(places) : throw new RefusalException(503, "sign_in_busy");

    public void Dispose() => places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
