using System.Security.Cryptography;
using Web.Audit;
using Web.Data;

namespace Web.Access;

/// <summary>A person in one company. The same e-mail address in another company is another person.</summary>
public sealed class Member : IRecorded, IRemembered
{
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
    public string? Locale { get; private set; }
    public string Theme { get; private set; } = "system";
    /// <summary>What the company says of them besides, a JSON object of texts or lists of texts: <c>{"region":"East"}</c>.</summary>
    public string Attributes { get; private set; } = "{}";
    public DateTimeOffset? DeactivatedAt { get; private set; }
    [NotRecorded] public DateTimeOffset CreatedAt { get; private init; }

    public bool IsActive => DeactivatedAt is null;

    public string EntityName => "member";
    public string EventCategory => "access";

    public static Member Join(string email, string name, Role role, Guid? team, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Email = email, NormalizedEmail = Normalize(email), Name = name, Role = role, TeamId = team, CreatedAt = now,
    };

    public void Prefer(string? locale, string theme) => (Locale, Theme) = (locale, theme);

    public void Describe(string attributes) => Attributes = attributes;

    /// <summary>Ends every session that was begun before: they carry the old stamp.</summary>
    public void ChangeStamp() => SecurityStamp = NewStamp();

    internal static string Normalize(string email) => email.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32);
}
