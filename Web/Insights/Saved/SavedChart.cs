using Web.Audit;
using Web.Data;
using Web.Kernel;
using Web.Semantics;

namespace Web.Insights.Saved;

/// <summary>A chart that somebody keeps for all who may use its data. It is a query with a title; rows are read when it is opened.</summary>
public sealed class SavedChart : IRecorded, IBinned
{
    public const int LongestTitle = 200, LongestDescription = 2000;
    private string? happening;

    private SavedChart()
    {
    }

    public Guid Id { get; private init; }
    public string Title { get; private set; } = "";
    public string? Description { get; private set; }
    /// <summary>The key of the dataset that the query is about.</summary>
    public string Dataset { get; private set; } = "";
    public ChartType ChartType { get; private set; }
    /// <summary>The QUERY as it was sent.</summary>
    public string Query { get; private set; } = "{}";
    /// <summary>The version of the closed form that <see cref="Query"/> is written in.</summary>
    public short QueryVersion { get; private set; }
    public Guid? OwnerId { get; private init; }
    [NotRecorded] public DateTimeOffset CreatedAt { get; private init; }
    [NotRecorded] public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }
    [NotRecorded] public string SortKey { get; private init; } = "";
    [NotRecorded] public string SearchKey { get; private init; } = "";
    /// <summary>Changes with every write of the row; what an ETag is made from.</summary>
    [NotRecorded] public uint Version { get; private init; }

    public string EntityName => "chart";
    public string EventCategory => "insights";

    /// <param name="query">One that has passed the gate.</param>
    /// <exception cref="RefusalException">422: see <see cref="Describe"/>.</exception>
    public static SavedChart Keep(string? title, string? description, KeptQuery query, Guid? owner, DateTimeOffset now)
    {
        var chart = new SavedChart { Id = Guid.CreateVersion7(now), OwnerId = owner, CreatedAt = now };
        chart.Draw(query, now);
        chart.Describe(title, description, now);
        return chart;
    }

    /// <exception cref="RefusalException">422: a title is needed; both are of limited length.</exception>
    public void Describe(string? title, string? description, DateTimeOffset now)
    {
        var faults = FaultsOf(title, description).ToList();
        if (faults.Count > 0) throw RefusalException.Invalid(faults);
        Title = title!.Trim();
        Description = string.IsNullOrWhiteSpace(description) ? null : description.Trim();
        UpdatedAt = now;
    }

    /// <summary>Shows another query from now on.</summary>
    public void Draw(KeptQuery query, DateTimeOffset now)
    {
        UpdatedAt = now;
        if (Query is not "{}" && KeptQuery.Of(Query).Form.ToJson() == query.Form.ToJson()) return;
        (Query, Dataset, ChartType, QueryVersion) = (query.Json, query.Form.Dataset, query.Form.ChartType, (short)query.Form.Version);
    }

    public void PutInBin(DateTimeOffset now) => (DeletedAt, UpdatedAt, happening) = (DeletedAt ?? now, now, "deleted");

    public void Restore(DateTimeOffset now) => (DeletedAt, UpdatedAt, happening) = (null, now, "restored");

    public string? TakeHappening()
    {
        var taken = happening;
        happening = null;
        return taken;
    }

    /// <summary>What is wrong with a title and a description, by field.</summary>
    internal static IEnumerable<Kernel.Fault> FaultsOf(string? title, string? description)
    {
        if (string.IsNullOrWhiteSpace(title)) yield return new Kernel.Fault("title", "required");
        if (title?.Length > LongestTitle) yield return new Kernel.Fault("title", "too_long", LongestTitle);
        if (description?.Length > LongestDescription) yield return new Kernel.Fault("description", "too_long", LongestDescription);
        foreach (var (field, text) in new[] { ("title", title), ("description", description) })
            if (text?.Contains('\0') == true) yield return new Kernel.Fault(field, "text_invalid");
    }
}
