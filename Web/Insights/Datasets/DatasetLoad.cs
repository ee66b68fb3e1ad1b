namespace Web.Insights.Datasets;

public enum LoadMode { Create, Replace, Append }

/// <summary>What to do with a file that has rows which cannot be read.</summary>
public enum OnError { Refuse, Skip }

public enum LoadStatus { Loading, Done, Failed }

/// <summary>One time that rows were put into a dataset, or could not be.</summary>
public sealed class DatasetLoad
{
    private DatasetLoad()
    {
    }

    public Guid Id { get; private init; }
    public Guid DatasetId { get; private init; }
    /// <summary>The staged file; null where it was small enough to do without.</summary>
    public Guid? UploadId { get; private init; }
    /// <summary>The job that does it; null where the request does.</summary>
    public Guid? JobId { get; private set; }
    public LoadMode Mode { get; private init; }
    public OnError OnError { get; private init; }
    public LoadStatus Status { get; private set; }
    public string? Title { get; private init; }
    public string FileName { get; private init; } = "";
    public long RowsLoaded { get; private set; }
    public long RowsSkipped { get; private set; }
    /// <summary>The rows that were skipped and why, as CSV.</summary>
    public string? FaultyRows { get; private set; }
    /// <summary>What was assumed where the file left it open: a code and the column's name, <c>month_first:ordered_on</c>.</summary>
    public string[] Assumptions { get; private set; } = [];
    public string? Error { get; private set; }
    public Guid? MemberId { get; private init; }
    public DateTimeOffset StartedAt { get; private init; }
    public DateTimeOffset? FinishedAt { get; private set; }
    /// <summary>When its table ceased to be the dataset's; it is dropped when nobody can still be reading it.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    internal static DatasetLoad Begin(LoadOrder order, Guid dataset, Guid? member, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), DatasetId = dataset, UploadId = order.UploadId, Mode = order.Mode, OnError = order.OnError, Title = order.Title,
        FileName = order.FileName, MemberId = member, StartedAt = now,
    };

    internal void Finish(long loaded, long skipped, string? faulty, DateTimeOffset now) =>
        (Status, RowsLoaded, RowsSkipped, FaultyRows, FinishedAt) = (LoadStatus.Done, loaded, skipped, faulty, now);

    internal void Assume(IEnumerable<string> assumptions) => Assumptions = [.. assumptions];

    internal void IsDoneBy(Guid job) => JobId = job;

    internal void Fail(string error, DateTimeOffset now) => (Status, Error, FinishedAt) = (LoadStatus.Failed, error, now);
}

/// <summary>What somebody asked for with a file.</summary>
internal sealed record LoadOrder(string Key, string? Title, LoadMode Mode, OnError OnError, string FileName, Guid? UploadId);
