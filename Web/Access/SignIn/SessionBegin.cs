using Web.Access.Sessions;
using Web.Audit;
using Web.Data;

namespace Web.Access.SignIn;

internal static class SessionBegin
{
    /// <summary>Somebody has proved who they are: their session begins with this unit of work.</summary>
    public static SignInOutcome.Succeeded BeginSession(this AppDb db, Member member, SessionKind kind, Proof proof, DateTimeOffset now)
    {
        var session = Session.Begin(member, kind, proof, db.Scope.Address, db.Scope.UserAgent, now);
        db.Sessions.Add(session);
        db.Note(now, "auth.signed_in", "auth", member.Id, proof == Proof.Password ? null : $"With {Words[proof]}.");
        return new SignInOutcome.Succeeded(member, session);
    }

    private static readonly Dictionary<Proof, string> Words = new() { [Proof.Code] = "a code", [Proof.RecoveryCode] = "a recovery code", [Proof.Passkey] = "a passkey" };
}
