using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;
using Web.Semantics;

namespace Web.Insights.Review;

/// <summary>How the rules' reading of an example compares with what the analysts say.</summary>
public enum ExampleVerdict
{
    /// <summary>The same chart.</summary>
    Exact,

    /// <summary>Another chart of the same figures.</summary>
    SameData,

    /// <summary>They asked back or refused: no harm, no help.</summary>
    Asked,

    /// <summary>A chart of other figures, shown without a question.</summary>
    Wrong,
}

/// <summary>One run over all examples that whoever started it may use.</summary>
public sealed class ExampleRun
{
    private IReadOnlyDictionary<Guid, ExampleVerdict>? byExample;

    private ExampleRun()
    {
    }

    public Guid Id { get; private init; }
    public Guid? JobId { get; private set; }
    public Guid? StartedBy { get; private init; }
    public DateTimeOffset StartedAt { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }
    internal string Verdicts { get; private set; } = "{}";

    /// <summary>By the example's id.</summary>
    [NotMapped] public IReadOnlyDictionary<Guid, ExampleVerdict> ByExample => byExample ??= JsonSerializer.Deserialize<Dictionary<Guid, ExampleVerdict>>(Verdicts, ChartJson.Options)!;

    public static ExampleRun Begin(Guid by, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), StartedBy = by, StartedAt = now };

    public void IsDoneBy(Guid job) => JobId = job;

    public void End(IReadOnlyDictionary<Guid, ExampleVerdict> verdicts, DateTimeOffset now) => (Verdicts, EndedAt, byExample) = (JsonSerializer.Serialize(verdicts, ChartJson.Options), now, null);
}
