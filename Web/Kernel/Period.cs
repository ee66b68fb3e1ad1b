namespace Web.Kernel;

/// <summary>A stretch of whole days, both ends included; a missing end is open.</summary>
public readonly record struct Period(DateOnly? From, DateOnly? To)
{
    public bool Contains(DateOnly date) => (From is null || date >= From) && (To is null || date <= To);
}
