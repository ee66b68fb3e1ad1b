using Web.Data;

namespace Web.Access.Members;

/// <summary>A room whose records belong to people: when one of them leaves, it gives theirs to another and notes each in the log.</summary>
public interface IHandsOver
{
    /// <returns>How many records changed hands.</returns>
    Task<int> HandOverAsync(AppDb db, Handover handover, CancellationToken cancellation);
}

/// <param name="From">Who leaves.</param>
/// <param name="To">Who has their records from now on.</param>
public sealed record Handover(Guid From, Guid To, DateTimeOffset At);
