namespace Web.Insights.Datasets.Access;

/// <summary>Who may use a dataset that the product itself offers, as this company has it; there is none until somebody changes it.</summary>
public sealed class BuiltInAccess
{
    private BuiltInAccess()
    {
    }

    public Guid Id { get; private init; }
    public string Key { get; private init; } = "";
    public string[] Roles { get; private set; } = [];
    public string[] AllRowsRoles { get; private set; } = [];
    public string? RowFilter { get; private set; }
    /// <summary>Who changed it last.</summary>
    public Guid? MemberId { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public uint Version { get; private init; }

    public DatasetAccess Access => new(Roles, AllRowsRoles, RowFilter, Version);

    internal static BuiltInAccess Of(string key, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), Key = key, UpdatedAt = now };

    internal void Permit(DatasetAccess access, Guid member, DateTimeOffset now) =>
        (Roles, AllRowsRoles, RowFilter, MemberId, UpdatedAt) = ([.. access.Roles], [.. access.AllRowsRoles], access.RowFilter, member, now);
}
