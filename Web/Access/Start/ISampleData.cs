using Web.Data;

namespace Web.Access.Start;

/// <summary>Records to try things out with, in a company that has none of its own yet; the room that knows how to make them up provides it.</summary>
public interface ISampleData
{
    /// <summary>Orders it in the unit of work that is open: it is laid if that is committed.</summary>
    void Order(AppDb db, DateTimeOffset now);

    Task<bool> IsThereAsync(AppDb db, CancellationToken cancellation);
}
