namespace Web.Crm.Bin;

/// <summary>What goes to the bin.</summary>
public enum BinnedKind { Account, Contact, Deal, Task }

/// <summary>A record in the bin.</summary>
/// <param name="ErasedAt">When it is gone for good.</param>
public sealed record BinnedRecord(BinnedKind Entity, Guid Id, string Name, Guid? OwnerId, DateTimeOffset DeletedAt, DateTimeOffset ErasedAt);
