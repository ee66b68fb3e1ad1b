using Web.Access.Sessions;

namespace Web.Access;

/// <summary>Who is asking: a member with a live session, as last seen within a few seconds.</summary>
public sealed record SignedIn(Guid Id, string Email, string Name, Role Role, string? Locale, string Theme, Guid SessionId, SessionKind Kind, bool Seated = true)
{
    /// <summary>When they last proved who they are, by password or second factor; null: this credential never does (a job).</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>Where the session began, or was proved again.</summary>
    public System.Net.IPAddress? Address { get; init; }

    /// <summary>The owners whose records they see; null: everybody's.</summary>
    public IReadOnlyList<Guid>? Sees { get; init; }

    /// <summary>Whether they may be here at all: an owner always, others with the seat that their role needs.</summary>
    public bool MayEnter => Seated || !Role.NeedsSeat || Role == Role.Owner;

    public IReadOnlySet<string> Permissions => RolePermissions.Of(Role, Seated);

    /// <summary>By when the company asks them to have a second factor, as long as they have none.</summary>
    public DateTimeOffset? FactorDue { get; init; }

    public bool IsOverdue(DateTimeOffset now) => FactorDue <= now;
}

/// <summary>The member of this request, if anybody is signed in.</summary>
public sealed class CurrentMember
{
    private SignedIn? person;

    public bool IsKnown => person is not null;

    /// <exception cref="Kernel.RefusalException">401: nobody is signed in.</exception>
    public SignedIn Person => person ?? throw new Kernel.RefusalException(401, "not_signed_in");

    public Guid Id => Person.Id;

    public bool Can(string permission) => person is not null && person.Permissions.Contains(permission);

    /// <exception cref="Kernel.RefusalException">403: their role may not do this.</exception>
    public void MustHave(string permission)
    {
        if (!Can(permission)) throw Kernel.RefusalException.Denied(permission);
    }

    internal void Be(SignedIn member) => person = member;
}
