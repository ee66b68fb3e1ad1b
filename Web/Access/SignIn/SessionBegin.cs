using Web.Access.Risk;
using Web.Access.Sessions;
using Web.Audit;
using Web.Data;

namespace Web.Access.SignIn;

internal static class SessionBegin
{
    /// <summary>Somebody has proved who they are: their session begins with this unit of work.</summary>
    public static SignInOutcome.Succeeded BeginSession(this AppDb db, Member member, SessionKind kind, Proof proof, DateTimeOffset now, RiskScore? risk = null)
    {
        var session = Session.Begin(member, kind, proof, db.Scope.Address, db.Scope.UserAgent, now);
        db.Sessions.Add(session);
        var changes = new Dictionary<string, object?[]> { ["proof"] = [null, Words[proof]] };
        if (risk is not null) changes["score"] = [null, risk.Score];
        db.Note(now, "auth.signed_in", "auth", member.Id, risk: risk?.Word ?? "low", detail: new() { Entity = "session", EntityId = session.Id, Changes = changes, Reasons = risk?.Reasons ?? [] });
        return new SignInOutcome.Succeeded(member, session);
    }

    private static readonly Dictionary<Proof, string> Words = new() { [Proof.Password] = "password", [Proof.Code] = "code", [Proof.RecoveryCode] = "recovery_code", [Proof.Passkey] = "passkey" };
}
