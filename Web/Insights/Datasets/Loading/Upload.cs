namespace Web.Insights.Datasets.Loading;

/// <summary>A file on its way, staged in the database itself, so that any instance can load it.</summary>
internal sealed class Upload
{
    private Upload()
    {
    }

    public Guid Id { get; private init; }
    public string FileName { get; private init; } = "";
    /// <summary>All of it, once it has arrived.</summary>
    public long Bytes { get; private init; }
    public int Chunks { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    public static Upload Begin(string fileName, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), FileName = fileName, CreatedAt = now };
}
