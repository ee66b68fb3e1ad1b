using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Audit;
using Web.Data;
using Web.Kernel;
using Web.Mail;
using Web.Tenancy;
using Web.Ui;

namespace Web.Operations.Post;

/// <summary>How the company's letters of the last thirty days stand. What is in them is nobody's here: links in them open things.</summary>
[Requires(Permission.SettingsManage)]
internal sealed class LettersPage(AppDb db, EnteredTenant entered, TimeProvider time, IStringLocalizer<OperationsTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    private const int Most = 200, Back = 30;

    public IReadOnlyList<LetterLine> Letters { get; private set; } = [];

    public string? Refused { get; private set; }

    public Toast? Toast { get; private set; }

    public Days Days => new(entered.Required.Calendar, time.GetUtcNow());

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (done is "sent") Toast = new Toast(texts["Mail.Done"]);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "id")] Guid id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var letter = await db.Letters.SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw RefusalException.NotFound();
        if (!letter.SendAgain(now))
        {
            await LoadAsync(cancellation);
            (Response.StatusCode, Refused) = (StatusCodes.Status409Conflict, sentences["letter_over"]);
            return Page();
        }
        db.Deliver(letter, now);
        db.Note(now, "letter.sent_again", "tenant", description: letter.Id.ToString());
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect("/settings/mail?done=sent");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        Letters = await db.Letters.AsNoTracking().Where(letter => letter.PostedAt > now.AddDays(-Back)).OrderByDescending(letter => letter.PostedAt).ThenByDescending(letter => letter.Id).Take(Most)
            .Select(letter => new LetterLine(letter.Id, letter.Address, letter.Subject, letter.Status, letter.Attempts, letter.Problem, letter.Said, letter.PostedAt,
                letter.Status == LetterStatus.Failed && letter.Content != null && letter.GoodUntil > now)).ToListAsync(cancellation);
    }
}

/// <summary>A letter without what is in it.</summary>
/// <param name="Again">Whether it may be sent once more.</param>
internal sealed record LetterLine(Guid Id, string Address, string Subject, LetterStatus Status, int Attempts, string? Problem, string? Said, DateTimeOffset PostedAt, bool Again);
