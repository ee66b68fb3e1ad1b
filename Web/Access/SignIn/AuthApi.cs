using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Web.Access.Company;
using Web.Access.Sessions;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Api.Idempotency;
using Web.Audit;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.SignIn;

/// <summary>How programs sign in, stay in and leave.</summary>
internal static class AuthApi
{
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/tenant/auth").WithTags("Authentication");
        auth.MapPost("/login", LoginAsync).AllowAnonymous().WithMetadata(new OwnWorkAttribute(), new AnswerNeverKeptAttribute()).WithSummary("Sign in with e-mail and password");
        auth.MapPost("/refresh", RefreshAsync).AllowAnonymous().WithMetadata(new OwnWorkAttribute(), new AnswerNeverKeptAttribute()).WithSummary("Trade a refresh token for a new pair");
        auth.MapPost("/logout", LogoutAsync).WithSummary("End this session and all its tokens");
        auth.MapGet("/me", Me).WithSummary("Who am I here");
    }

    private static async Task<Results<Ok<SignedInAnswer>, RefusalResult>> LoginAsync(
        LoginRequest login, EnteredTenant entered, AppDb db, SignInAttempt attempt, AccessToken tokens, TimeProvider time, CancellationToken cancellation)
    {
        var tenant = entered.Tenant ?? throw new RefusalException(400, "tenant_required");
        login.Validate();
        switch (await attempt.TryAsync(login.Email!, login.Password!, login.Code, SessionKind.Program, cancellation))
        {
            case SignInOutcome.Succeeded begun:
                await using (var work = await db.BeginAsync(readOnly: false, cancellation))
                {
                    var pair = TokenPair.Issue(db, tokens, begun.Session, time.GetUtcNow());
                    await db.SaveChangesAsync(cancellation);
                    await work.CommitAsync(cancellation);
                    return TypedResults.Ok(SignedInAnswer.Of(pair, begun.Member.Id, begun.Member.Email, begun.Member.Name, begun.Member.Role, tenant));
                }
            case SignInOutcome.TooMany many:
                return new RefusalResult(RefusalException.TooMany(many.For));
            case SignInOutcome.LockedOut locked:
                return new RefusalResult(new RefusalException(401, "locked_out", locked.Minutes));
            case SignInOutcome.SecondFactorNeeded:
                return new RefusalResult(new RefusalException(401, "two_factor_required"));
            case SignInOutcome.CodeWrong:
                return new RefusalResult(new RefusalException(401, "two_factor_invalid"));
            case SignInOutcome.CodeLocked locked:
                return new RefusalResult(new RefusalException(401, "two_factor_locked", SignInOutcome.MinutesOf(locked.For)));
            case SignInOutcome.Shut shut:
                return new RefusalResult(new RefusalException(403, shut.Code));
            case SignInOutcome.RiskRefused:
                return new RefusalResult(new RefusalException(403, "sign_in_refused"));
            case SignInOutcome.MailAsked:
                return new RefusalResult(new RefusalException(403, "sign_in_risky"));
            case SignInOutcome.Seatless:
                return new RefusalResult(new RefusalException(403, "seat_required"));
            default:
                return new RefusalResult(new RefusalException(401, "credentials_invalid"));
        }
    }

    private static async Task<Results<Ok<TokenPair>, RefusalResult>> RefreshAsync(
        RefreshRequest request, EnteredTenant entered, TenantDirectory directory, TenantScope scope, AppDb db, AccessToken tokens,
        LiveSessions live, LateEntries late, TimeProvider time, CancellationToken cancellation)
    {
        var invalid = new RefusalResult(new RefusalException(401, "refresh_token_invalid"));
        if (RefreshToken.TenantOf(request.RefreshToken) is not { } claimed) return invalid;
        if (entered.Tenant is { } here && here.Id != claimed)
        {
            late.Add(new LateEntry(claimed, "security.credential_at_other_tenant", null, null, "high", scope.Address, scope.UserAgent));
            return invalid;
        }
        if (entered.Tenant is null) await entered.EnterAsync(claimed, directory, scope, cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var pair = await RotateAsync(RefreshToken.HashOf(request.RefreshToken!), db, tokens, live, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return pair is null ? invalid : TypedResults.Ok(pair);
    }

    private static async Task<TokenPair?> RotateAsync(byte[] hash, AppDb db, AccessToken tokens, LiveSessions live, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = await db.RefreshTokens
            .FromSql($"select * from app.refresh_tokens where tenant_id = {db.TenantId} and token_hash = {hash} for update")
            .Join(db.Sessions, token => token.SessionId, session => session.Id, (token, session) => new { Token = token, Session = session })
            .Join(db.Members, pair => pair.Session.MemberId, member => member.Id, (pair, member) => new { pair.Token, pair.Session, Member = member })
            .SingleOrDefaultAsync(cancellation);
        if (found is null) return null;
        if (found.Token.UsedAt is not null)
        {
            found.Session.End(now);
            live.Forget(db.TenantId, found.Session.Id);
            db.Note(now, "security.refresh_token_reused", "security", found.Member.Id, risk: "high");
            return null;
        }
        await db.MustBeOpenForAsync(found.Member.Role, now, cancellation); // the token stays good for the day that this is taken back
        var rules = await db.CurrentRulesAsync(cancellation);
        if (!found.Session.IsLive(now) || !rules.Allow(found.Session.CreatedAt, found.Session.LastUsedAt, now) || !found.Member.IsActive || found.Member.SecurityStamp != found.Session.SecurityStamp || !found.Token.Use(now)) return null;
        found.Session.Extend(now);
        db.Note(now, "auth.token_refreshed", "auth", found.Member.Id);
        return TokenPair.Issue(db, tokens, found.Session, now);
    }

    private static async Task<NoContent> LogoutAsync(CurrentMember member, AppDb db, LiveSessions live, TimeProvider time, CancellationToken cancellation)
    {
        if (member.Person.Key is not null) throw new RefusalException(403, "sign_in_required");
        await db.EndSessionAsync(member.Person, live, time.GetUtcNow(), cancellation);
        return TypedResults.NoContent();
    }

    private static Ok<MeAnswer> Me(CurrentMember member, EnteredTenant entered) =>
        TypedResults.Ok(new MeAnswer(
            UserAnswer.Of(member.Id, member.Person.Email, member.Person.Name, member.Person.Role, member.Person.Permissions), OrganizationAnswer.Of(entered.Required)));
}
