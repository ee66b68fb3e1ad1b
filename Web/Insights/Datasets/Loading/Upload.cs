namespace Web.Insights.Datasets.Loading;

/// <summary>A file on its way, staged in the database itself, so that any instance can load it.</summary>
internal sealed class Upload
{
    private Upload()
    {
    }

    public Guid Id { get; private init; }
    public string FileName { get; private init; } = "";
    public long Bytes { get; private set; }
    public int Chunks { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }

    public static Upload Begin(string fileName, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), FileName = fileName, CreatedAt = now };

    /// <summary>All of it has arrived.</summary>
    public void Complete(long bytes, int chunks) => (Bytes, Chunks) = (bytes, chunks);
}
