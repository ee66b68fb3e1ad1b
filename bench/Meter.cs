using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Bench;

/// <summary>The processor time that this process and the database have used, and the round trips between them.</summary>
internal sealed class Meter : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1) / 100; // USER_HZ, the same on every Linux
    private readonly int postmaster;
    private readonly ActivityListener listener;
    private int trips;

    private Meter(int postmaster)
    {
        this.postmaster = postmaster;
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => Interlocked.Increment(ref trips),
        };
    }

    public static async Task<Meter> OfAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select pg_backend_pid()");
        return new Meter(int.Parse(Stat((int)(await command.ExecuteScalarAsync())!)[1], CultureInfo.InvariantCulture));
    }

    /// <summary>How many commands or batches one call sends; beginnings travel with them, each unit's end does not count.</summary>
    public async Task<int> TripsAsync(Func<Task> call)
    {
        await call();
        ActivitySource.AddActivityListener(listener);
        trips = 0;
        await call();
        listener.Dispose();
        return trips;
    }

    public (TimeSpan Here, TimeSpan Database) Read()
    {
        var database = 0L;
        foreach (var process in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0])))
        {
            var id = int.Parse(process!, CultureInfo.InvariantCulture);
            if (Stat(id) is { Length: > 15 } words && (id == postmaster || words[1] == postmaster.ToString(CultureInfo.InvariantCulture)))
                database += words[11..(id == postmaster ? 15 : 13)].Sum(word => long.Parse(word, CultureInfo.InvariantCulture));
        }
        return (Process.GetCurrentProcess().TotalProcessorTime, database * Tick);
    }

    public void Dispose() => listener.Dispose();

    // What follows the program's name, which may hold spaces: state, parent, …, user and system time, those of ended children.
    private static string[] Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
