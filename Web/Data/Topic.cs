namespace Web.Data;

/// <summary>
/// A kind of event that open pages may hear of (see <see cref="AppDb.Tell"/>). Each room registers its own; one that is not
/// registered reaches nobody.
/// </summary>
/// <param name="Name">A word in snake_case, as the browser knows it.</param>
/// <param name="Permission">Who lacks it does not hear of the event.</param>
public sealed record Topic(string Name, string Permission)
{
    /// <summary>Which of these records somebody sees who does not see all of the company's; null: the topic is everybody's.</summary>
    public Func<AppDb, Guid[], CancellationToken, Task<List<Guid>>>? Seen { get; init; }
}
