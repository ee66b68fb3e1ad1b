using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Web.Access.Sessions;
using Web.Audit;
using Web.Data;
using Web.Kernel;
using Web.Ui;

namespace Web.Access.Risk;

/// <summary>
/// Looks at a session in use again when it comes from another network than it began in, or in a burst: the company's rules may
/// then ask once more who it is, or end it. API keys have no session: programs move, and a limit of their own counts their calls.
/// </summary>
internal sealed class RiskGate(RequestDelegate next, Bursts bursts, LiveSessions live, Caches caches, TimeProvider time)
{
    private readonly IMemoryCache passed = caches.Make(20_000); // judged a moment ago, and let go on
    private const string Confirm = "/settings/confirm";

    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase) { Confirm, "/sign-out", "/brand.css", "/language", "/api/v1/tenant/auth/logout" };

    public async Task InvokeAsync(HttpContext context, CurrentMember member, TenantScope scope)
    {
        if (!IsWatched(context, member))
        {
            await next(context);
            return;
        }
        var burst = await bursts.CountAsync(scope.TenantId, member.Person.SessionId, context.RequestAborted);
        var key = (scope.TenantId, member.Person.SessionId, Network.Of(scope.Address), burst);
        if ((!burst && Network.Of(scope.Address) == Network.Of(member.Person.Address)) || passed.TryGetValue(key, out _))
        {
            await next(context);
            return;
        }
        var (risk, verdict) = await JudgeAsync(context, member.Person, burst);
        if (verdict == Verdict.GoOn) passed.Set(key, true, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1), Size = 1 });
        if (verdict != Verdict.GoOn) context.RequestServices.GetRequiredService<LateEntries>().Add(LateEntry.Of(scope, verdict == Verdict.Refuse ? "security.session_refused" : "security.risk_raised", null, risk.Word) with { Detail = risk.Detail() });
        if (verdict == Verdict.GoOn) await next(context);
        else if (verdict == Verdict.Refuse) throw new RefusalException(401, "not_signed_in");
        else Ask(context, member.Person);
    }

    private static bool IsWatched(HttpContext context, CurrentMember member) =>
        member.IsKnown && member.Person.Key is null && context.GetEndpoint() is not null && !Open.Contains(context.Request.Path.Value?.TrimEnd('/') ?? "");

    private async Task<(RiskScore Risk, Verdict Verdict)> JudgeAsync(HttpContext context, SignedIn person, bool burst)
    {
        var (services, now, asked) = (context.RequestServices, time.GetUtcNow(), context.RequestAborted);
        var db = services.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, asked);
        var rules = await db.RulesOnRiskAsync(asked);
        var session = await db.Sessions.SingleAsync(one => one.Id == person.SessionId, asked);
        var device = await services.GetRequiredService<DeviceCookie>().FindAsync(person.Id, asked);
        var seen = await services.GetRequiredService<RiskReading>().OfAsync(person.Id, session.Proof, device is not null, session.Id, now, asked);
        var risk = RiskScore.Of(seen with { Burst = burst, SinceProof = now - session.ProvedAt });
        var verdict = rules.Refuses(risk.Level) ? Verdict.Refuse : rules.Asks(risk.Level) ? Verdict.Ask : Verdict.GoOn;
        if (verdict == Verdict.Refuse)
        {
            session.End(now);
            await db.SaveChangesAsync(asked);
            await work.CommitAsync(asked);
            live.Forget(db.TenantId, session.Id);
        }
        return (risk, verdict);
    }

    private static void Ask(HttpContext context, SignedIn person)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments("/events", StringComparison.OrdinalIgnoreCase) || person.Kind == SessionKind.Program)
            throw new RefusalException(403, "step_up_required");
        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/";
        var confirm = $"{Confirm}?return_url={Uri.EscapeDataString(back)}";
        if (request.WantsFragment()) context.Response.Headers["HX-Redirect"] = confirm;
        else context.Response.Redirect(confirm);
    }

    private enum Verdict { GoOn, Ask, Refuse }
}
