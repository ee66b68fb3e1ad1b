using System.Diagnostics;
using System.Globalization;

namespace Web.Data;

/// <summary>
/// Holds a server process on a thread of its own: the kernel's "die with the parent" follows the thread that
/// started the child, so that thread has to live as long as the app.
/// </summary>
internal sealed class ServerThread
{
    private readonly TaskCompletionSource<int> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool HasExited => ended.Task.IsCompleted;

    public static ServerThread Start(ProcessStartInfo command, LastWords log)
    {
        var holder = new ServerThread();
        new Thread(() => holder.Hold(command, log)) { IsBackground = true, Name = "postgres" }.Start();
        holder.started.Task.Wait();
        return holder;
    }

    /// <summary>Asks the server to finish (SIGINT: roll back what is open, write, end), then insists.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        var id = await started.Task;
        if (HasExited) return;
        Signal("INT", id);
        if (await Task.WhenAny(ended.Task, Task.Delay(patience)) == ended.Task) return;
        Signal("QUIT", id);
        await ended.Task;
    }

    private void Hold(ProcessStartInfo command, LastWords log)
    {
        try
        {
            using var process = Process.Start(command)!;
            process.OutputDataReceived += (_, line) => log.Add(line.Data);
            process.ErrorDataReceived += (_, line) => log.Add(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            started.SetResult(process.Id); // the number alone: the process may end, and be disposed of, at any time
            process.WaitForExit();
        }
        catch (Exception cause) when (started.TrySetException(new StartRefusedException($"{command.FileName} could not be started: {cause.Message}", cause)))
        {
            return;
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private void Signal(string signal, int id)
    {
        if (HasExited) return;
        using var kill = Process.Start("kill", ["-s", signal, id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}

/// <summary>The last lines a server wrote, for the message when it fails.</summary>
internal sealed class LastWords
{
    private readonly Queue<string> lines = new();

    public void Add(string? line)
    {
        if (line is null) return;
        lock (lines)
        {
            lines.Enqueue(line);
            if (lines.Count > 30) lines.Dequeue();
        }
    }

    public override string ToString()
    {
        lock (lines) return string.Join('\n', lines);
    }
}
