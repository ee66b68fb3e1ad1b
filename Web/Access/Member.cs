using System.Security.Cryptography;
using Web.Audit;
using Web.Data;
using Web.Kernel;

namespace Web.Access;

/// <summary>A person in one company. The same e-mail address in another company is another person.</summary>
public sealed class Member : IRecorded, IRemembered
{
    private string? happening;
    private Role? rank;

    private Member()
    {
    }

    public Guid Id { get; private init; }
    public string Email { get; internal set; } = "";
    [NotRecorded] public string NormalizedEmail { get; internal set; } = "";
    public string Name { get; private set; } = "";
    public Role Role { get; private set; }
    public Guid? TeamId { get; private set; }
    [NotRecorded] public string? PasswordHash { get; internal set; }
    [NotRecorded] public string SecurityStamp { get; internal set; } = NewStamp();
    [NotRecorded] public DateTimeOffset? LockoutEnd { get; internal set; }
    [NotRecorded] public int AccessFailedCount { get; internal set; }
    [NotRecorded] public DateTimeOffset? FailedAt { get; internal set; }
    public string? Locale { get; private set; }
    public string Theme { get; private set; } = "system";
    /// <summary>What the company says of them besides, a JSON object of texts or lists of texts: <c>{"region":"East"}</c>.</summary>
    public string Attributes { get; private set; } = "{}";
    public DateTimeOffset? DeactivatedAt { get; private set; }
    [NotRecorded] public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Who was removed stays known by name where they did something, and nowhere else.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>How high they stand in this unit of work; lower than their role when a key of lesser rights acts for them.</summary>
    public Role Rank => rank ?? Role;

    internal void ActAs(Role lesser) => rank = lesser;

    public bool IsActive => DeactivatedAt is null;

    public string EntityName => "member";
    public string EventCategory => "access";

    public static Member Join(string email, string name, Role role, Guid? team, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Email = email, NormalizedEmail = Normalize(email), Name = name, Role = role, TeamId = team, CreatedAt = now,
    };

    public void Prefer(string? locale, string theme) => (Locale, Theme) = (locale, theme);

    public void Describe(string attributes) => Attributes = attributes;

    public void WorkIn(Guid? team) => TeamId = team;

    /// <summary>Takes another role, given by somebody who stands above both the old and the new one.</summary>
    /// <exception cref="RefusalException">403: they do not.</exception>
    public void Become(Role role, Member by)
    {
        by.MustGovern(this);
        by.MustGrant(role);
        if (role == Role) return;
        Role = role;
        happening = "role_changed";
        ChangeStamp();
    }

    /// <inheritdoc cref="Become"/>
    public void Deactivate(DateTimeOffset now, Member by)
    {
        by.MustGovern(this);
        if (!IsActive) return;
        DeactivatedAt = now;
        happening = "deactivated";
        ChangeStamp();
    }

    /// <inheritdoc cref="Become"/>
    public void Reactivate(Member by)
    {
        by.MustGovern(this);
        if (IsActive) return;
        DeactivatedAt = null;
        (LockoutEnd, AccessFailedCount) = (null, 0);
        happening = "reactivated";
    }

    /// <summary>Leaves for good: the address is free for another, the password is gone, the name stays with what they did.</summary>
    /// <inheritdoc cref="Become"/>
    public void Remove(DateTimeOffset now, Member by)
    {
        by.MustGovern(this);
        (DeactivatedAt, RemovedAt) = (DeactivatedAt ?? now, now);
        (Email, NormalizedEmail, PasswordHash, TeamId) = ("", Id.ToString(), null, null);
        happening = "removed";
        ChangeStamp();
    }

    /// <exception cref="RefusalException">403: the other stands as high or higher.</exception>
    public void MustGovern(Member other)
    {
        if (!Rank.Governs(other.Role)) throw TooLow("rank_too_low");
    }

    /// <exception cref="RefusalException">403: the role is not below one's own.</exception>
    public void MustGrant(Role role)
    {
        if (role == Role.Owner && Rank != Role.Owner) throw TooLow("owners_only", Permission.OwnersManage);
        if (!Rank.Governs(role)) throw TooLow("role_too_high");
    }

    public string? TakeHappening()
    {
        var taken = happening;
        happening = null;
        return taken;
    }

    string IRecorded.RiskOf(string happening) => happening is "role_changed" or "deactivated" or "reactivated" or "removed" ? "medium" : "low";

    /// <summary>Ends every session that was begun before: they carry the old stamp.</summary>
    public void ChangeStamp() => SecurityStamp = NewStamp();

    internal static string Normalize(string email) => email.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();

    private static RefusalException TooLow(string why, string permission = Permission.UsersManage) =>
        new(403, "permission_denied", permission) { Permission = permission, TextKey = why };

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32);
}
