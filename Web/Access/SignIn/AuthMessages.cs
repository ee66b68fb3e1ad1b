using Web.Access.Sessions;
using Web.Access.TwoFactor;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.SignIn;

/// <summary>What a program sends to sign in.</summary>
public sealed record LoginRequest(string? Email, string? Password, string? Code = null)
{
    /// <exception cref="RefusalException">422 with one fault for each field.</exception>
    internal void Validate()
    {
        List<Fault> faults = [];
        if (string.IsNullOrWhiteSpace(Email)) faults.Add(new Fault("/email", "required"));
        else if (Email.Length > 254) faults.Add(new Fault("/email", "too_long", 254));
        if (string.IsNullOrEmpty(Password)) faults.Add(new Fault("/password", "required"));
        else if (Password.Length > SignInAttempt.LongestPassword) faults.Add(new Fault("/password", "too_long", SignInAttempt.LongestPassword));
        if (Code?.Length > CodeCheck.Longest) faults.Add(new Fault("/code", "too_long", CodeCheck.Longest));
        if (faults is not []) throw RefusalException.Invalid(faults);
    }
}

public sealed record RefreshRequest(string? RefreshToken);

/// <summary>An access token for an hour, and a refresh token for thirty days that is good once.</summary>
public sealed record TokenPair(string AccessToken, string RefreshToken, string TokenType, int ExpiresIn)
{
    internal static TokenPair Issue(AppDb db, AccessToken tokens, Session session, DateTimeOffset now)
    {
        var (row, text) = Sessions.RefreshToken.Issue(session, db.TenantId, now);
        db.RefreshTokens.Add(row);
        return new TokenPair(tokens.Issue(db.TenantId, session.MemberId, session.Id), text, "bearer", (int)SignIn.AccessToken.Life.TotalSeconds);
    }
}

public sealed record UserAnswer(Guid Id, string Email, string Name, Role Role, IReadOnlyList<string> Permissions)
{
    internal static UserAnswer Of(Guid id, string email, string name, Role role, IReadOnlySet<string> permissions) =>
        new(id, email, name, role, [.. permissions.Order(StringComparer.Ordinal)]);
}

public sealed record OrganizationAnswer(Guid Id, string Name, string Slug, string PlanType, IReadOnlyList<string> EnabledFeatures)
{
    private static readonly string[] Features = ["crm", "charts", "assistant"];

    internal static OrganizationAnswer Of(Tenant tenant) => new(tenant.Id, tenant.Name, tenant.Slug, tenant.Plan, Features);
}

public sealed record SignedInAnswer(
    string AccessToken, string RefreshToken, string TokenType, int ExpiresIn, UserAnswer User, OrganizationAnswer Organization)
{
    internal static SignedInAnswer Of(TokenPair pair, Guid id, string email, string name, Role role, Tenant tenant) =>
        new(pair.AccessToken, pair.RefreshToken, pair.TokenType, pair.ExpiresIn, UserAnswer.Of(id, email, name, role, RolePermissions.Of(role)), OrganizationAnswer.Of(tenant));
}

public sealed record MeAnswer(UserAnswer User, OrganizationAnswer Organization);
