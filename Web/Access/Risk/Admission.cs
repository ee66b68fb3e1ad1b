using Web.Access.Company;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Audit;
using Web.Data;

namespace Web.Access.Risk;

/// <summary>
/// Somebody has proved who they are: how risky that is, and what the company's rules make of it. Whatever is asked of a sign-in
/// anyway has been asked before; rules on risk only add to it.
/// </summary>
internal sealed class Admission(AppDb db, RiskReading reading, DeviceCookie devices, RiskLetters letters, TimeProvider time)
{
    /// <param name="byMail">They also opened a link that was sent to their address.</param>
    public async Task<SignInOutcome> AdmitAsync(Member member, SessionKind kind, Proof proof, CancellationToken cancellation, bool byMail = false)
    {
        if (await ShutAsync(member, cancellation) is { } shut) return shut;
        var now = time.GetUtcNow();
        var device = await devices.FindAsync(member.Id, cancellation);
        var risk = RiskScore.Of(await reading.OfAsync(member.Id, proof, device is not null, null, now, cancellation));
        var rules = await db.RulesOnRiskAsync(cancellation);
        if (rules.Notifies(risk.Level)) await letters.TellAsync(member, risk, now, cancellation);
        if (rules.Refuses(risk.Level) && !(member.Role == Role.Owner && proof != Proof.Password)) return Note(member, "auth.sign_in_refused", risk, now, new SignInOutcome.RiskRefused());
        if (rules.Asks(risk.Level) && proof == Proof.Password && !byMail)
        {
            if (kind == SessionKind.Browser) await letters.AskAsync(member, now, cancellation);
            return Note(member, "auth.sign_in_held", risk, now, new SignInOutcome.MailAsked(member));
        }
        if (kind == SessionKind.Browser) await devices.KeepAsync(member.Id, device, now, cancellation);
        return db.BeginSession(member, kind, proof, now, risk);
    }

    /// <returns>Null: the company is open to them.</returns>
    public async Task<SignInOutcome?> ShutAsync(Member member, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await db.ShutForAsync(member.Role, now, cancellation) is not { } code) return null;
        db.Note(now, "auth.sign_in_shut", "auth", member.Id);
        return new SignInOutcome.Shut(code);
    }

    private SignInOutcome Note(Member member, string happening, RiskScore risk, DateTimeOffset now, SignInOutcome outcome)
    {
        db.Note(now, happening, "auth", member.Id, risk: risk.Word, detail: risk.Detail());
        return outcome;
    }
}

internal static class RiskNotes
{
    public static NoteDetail Detail(this RiskScore risk) => new() { Reasons = risk.Reasons, Changes = new Dictionary<string, object?[]> { ["score"] = [null, risk.Score] } };
}
