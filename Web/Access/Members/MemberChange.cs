namespace Web.Access.Members;

/// <summary>What somebody else changes about a member; what is null stays.</summary>
public sealed record MemberChange(Role? Role = null, bool? Active = null, bool? Seat = null, string? Attributes = null)
{
    /// <summary>The team, or none; only when <see cref="ChangesTeam"/>.</summary>
    public Guid? Team { get; init; }

    public bool ChangesTeam { get; init; }
}
