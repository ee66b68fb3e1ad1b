using Web.Insights.Datasets.Csv;

namespace Web.Insights.Datasets.Loading;

/// <summary>A file on its way, staged in the database itself, so that any instance can load it.</summary>
internal sealed class Upload
{
    private Upload()
    {
    }

    public Guid Id { get; private init; }
    public string FileName { get; private init; } = "";
    /// <summary>0 until all of it has arrived.</summary>
    public long Bytes { get; private init; }
    public int Chunks { get; private init; }
    /// <summary>Who is looking at it before it is loaded; null: it is loaded without a look.</summary>
    public Guid? MemberId { get; private init; }
    /// <summary>How it was understood and what that person changed, as the JSON of a <see cref="CsvPlan"/>.</summary>
    public string? Plan { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }

    public static Upload Begin(string fileName, Guid? keeper, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), FileName = fileName, MemberId = keeper, CreatedAt = now };

    public void Understand(CsvPlan plan) => Plan = DatasetJson.Write(plan);

    public static CsvPlan ReadPlan(string json) => DatasetJson.Read<CsvPlan>(json);
}
