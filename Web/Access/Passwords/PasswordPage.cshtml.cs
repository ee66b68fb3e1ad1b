using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access.SignIn;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Audit;
using Web.Data;

namespace Web.Access.Passwords;

/// <summary>A person's own password: the old one is asked and counted like a sign-in, and every other session ends.</summary>
[OwnWork]
internal sealed class PasswordPage(
    AppDb db, CurrentMember current, PasswordChange change, PasswordGate gate, SignInManager<Member> check, SignInTurns turns, TimeProvider time,
    IStringLocalizer<ApiTexts> sentences, IStringLocalizer<AccessTexts> texts) : PageModel
{
    public string Email => current.Person.Email;

    public bool Done { get; private set; }

    public string? CurrentError { get; private set; }

    public string? Error { get; private set; }

    /// <summary>For whoever has a second factor the old password alone is not enough here either.</summary>
    private bool MustConfirm => current.Person.HasFactor && !current.HasRecentProof(time.GetUtcNow());

    public IActionResult OnGet(bool done)
    {
        Done = done;
        return MustConfirm ? RecentProofOfPages.Ask(HttpContext) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "current")] string? old, [FromForm(Name = "password")] string? password, CancellationToken cancellation)
    {
        if (MustConfirm) return RecentProofOfPages.Ask(HttpContext);
        if (await turns.TakeAsync(Email, cancellation) is { } wait) CurrentError = texts["SignIn.TooMany", Math.Ceiling(wait.TotalMinutes)];
        else if (string.IsNullOrEmpty(old) || old.Length > SignInAttempt.LongestPassword) CurrentError = sentences["password_wrong"];
        else if (await OldIsWrongAsync(old, cancellation) is { } wrong) CurrentError = wrong;
        else if (await SetAsync(password, cancellation) is { } refused) Error = refused;
        else return Redirect("/settings/password?done=true");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<string?> OldIsWrongAsync(string old, CancellationToken cancellation)
    {
        using var place = await gate.EnterAsync(cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        await db.Database.ExecuteSqlAsync($"select from app.members where tenant_id = {db.TenantId} and id = {current.Id} for update", cancellation);
        var result = await check.CheckPasswordSignInAsync(await MemberAsync(cancellation), old, lockoutOnFailure: true);
        if (!result.Succeeded) db.Note(time.GetUtcNow(), result.IsLockedOut ? "auth.locked_out" : "auth.password_change_failed", "auth", current.Id, risk: result.IsLockedOut ? "high" : "medium");
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return result.Succeeded ? null : (result.IsLockedOut ? sentences["locked_out", 15] : sentences["password_wrong"]).Value;
    }

    private async Task<string?> SetAsync(string? password, CancellationToken cancellation)
    {
        Member member;
        await using (await db.BeginAsync(readOnly: true, cancellation)) member = await MemberAsync(cancellation);
        if (change.FaultOf("password", password, member) is { } fault) return Problem.Say(sentences, fault.Code, fault.Arguments);
        var hashed = await change.HashAsync(password!, cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        await change.SetAsync(member, hashed, current.Person.SessionId, "auth.password_changed", cancellation);
        await work.CommitAsync(cancellation);
        return null;
    }

    private Task<Member> MemberAsync(CancellationToken cancellation) => db.Members.SingleAsync(one => one.Id == current.Id, cancellation);
}
