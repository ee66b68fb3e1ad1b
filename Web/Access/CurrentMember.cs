using Web.Access.ApiKeys;
using Web.Access.Sessions;
using Web.Kernel;

namespace Web.Access;

/// <summary>Who is asking: a member with a live session, as last seen within a few seconds.</summary>
public sealed record SignedIn(Guid Id, string Email, string Name, Role Role, string? Locale, string Theme, Guid SessionId, SessionKind Kind, bool Seated = true)
{
    /// <summary>When they last proved who they are, by password or second factor; null: this credential never does (a job).</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>By what they proved it then.</summary>
    public Proof Proof { get; init; }

    /// <summary>Whether they have a second factor: their password alone proves nothing then.</summary>
    public bool HasFactor { get; init; }

    /// <summary>Where the session began, or was proved again.</summary>
    public System.Net.IPAddress? Address { get; init; }

    /// <summary>The owners whose records they see; null: everybody's.</summary>
    public IReadOnlyList<Guid>? Sees { get; init; }

    /// <summary>Whether they may be here at all: an owner always, others with the seat that their role needs.</summary>
    public bool MayEnter => Seated || !Role.NeedsSeat || Role == Role.Owner;

    public IReadOnlySet<string> Permissions => OfKey ?? RolePermissions.Of(Role, Seated);

    /// <summary>The API key that speaks for them, if one does.</summary>
    public KeyRights? Key { get; private init; }

    /// <summary>How high they stand when it comes to who may change whom: a key without the owners' right stands below them.</summary>
    public Role Rank => Role == Role.Owner && Key is not null && !Permissions.Contains(Permission.OwnersManage) ? Role.Admin : Role;

    private IReadOnlySet<string>? OfKey { get; init; }

    /// <summary>The same person through a key: in its role, with its rights, as far as they have them now.</summary>
    public SignedIn SpokenForBy(KeyRights key) => this with { Role = key.RoleUnder(Role), Key = key, OfKey = key.Under(Role, Seated) };

    /// <summary>The same person after somebody gave them another role.</summary>
    public SignedIn Becoming(Role role) => Key is null ? this with { Role = role } : (this with { Role = role }).SpokenForBy(Key);

    /// <summary>By when the company asks them to have a second factor, as long as they have none.</summary>
    public DateTimeOffset? FactorDue { get; init; }

    public bool IsOverdue(DateTimeOffset now) => FactorDue <= now;
}

/// <summary>The member of this request, if anybody is signed in.</summary>
public sealed class CurrentMember
{
    private SignedIn? person;

    public bool IsKnown => person is not null;

    /// <exception cref="RefusalException">401: nobody is signed in.</exception>
    public SignedIn Person => person ?? throw new RefusalException(401, "not_signed_in");

    public Guid Id => Person.Id;

    public bool Can(string permission) => person is not null && person.Permissions.Contains(permission);

    /// <exception cref="RefusalException">403: their role may not do this.</exception>
    public void MustHave(string permission)
    {
        if (!Can(permission)) throw RefusalException.Denied(permission);
    }

    internal void Be(SignedIn member) => person = member;
}
