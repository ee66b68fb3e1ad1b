using System.Diagnostics;

namespace Web.Semantics;

/// <summary>
/// One reading that several wait for. Who leads reads over a connection of their own, so they stay until the rows are there; the reading is
/// given up when the last of all who wait has gone, and not before.
/// </summary>
internal sealed class Flight
{
    private readonly TaskCompletionSource<QueryRows> landing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource deserted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private int aboard = 1; // who leads

    /// <summary>A moment (of <see cref="Stopwatch"/>) before it reads: whatever was committed until then is in its rows.</summary>
    public long Began { get; } = Stopwatch.GetTimestamp();

    /// <returns>Whether there is still something to wait for.</returns>
    public bool TryBoard()
    {
        lock (gate)
        {
            if (aboard == 0 || landing.Task.IsFaulted) return false;
            aboard++;
            return true;
        }
    }

    public async Task<QueryRows> LeadAsync(Func<CancellationToken, Task<QueryRows>> read, CancellationToken cancellation)
    {
        await using var leaving = cancellation.Register(Leave);
        try
        {
            using var ending = new CancellationTokenSource();
            var reading = read(ending.Token);
            if (await Task.WhenAny(reading, deserted.Task) != reading) await ending.CancelAsync();
            landing.SetResult(await reading);
        }
        catch (Exception failure)
        {
            landing.SetException(failure);
            _ = landing.Task.Exception; // seen, even where nobody else waits
            cancellation.ThrowIfCancellationRequested();
            throw;
        }
        cancellation.ThrowIfCancellationRequested();
        return await landing.Task;
    }

    /// <summary>For who has boarded.</summary>
    public async Task<QueryRows> FollowAsync(CancellationToken cancellation)
    {
        await using var leaving = cancellation.Register(Leave);
        return await landing.Task.WaitAsync(cancellation);
    }

    private void Leave()
    {
        lock (gate)
            if (--aboard > 0) return;
        deserted.TrySetResult();
    }
}
