using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Kernel;

namespace Web.Mail;

/// <summary>Where letters arrive while developing without a mail server: this company's, newest first, for whoever sits at the machine.</summary>
[AllowAnonymous]
internal sealed class MailboxPage(AppDb db, MailOptions options) : PageModel
{
    private const int Most = 50;

    /// <summary>On the apex there are no letters of anybody.</summary>
    public bool AtCompany => db.Scope.IsSet;

    public IReadOnlyList<PostedLetter> Letters { get; private set; } = [];

    /// <exception cref="RefusalException">404: there is no such page here.</exception>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!options.ToMailbox) throw RefusalException.NotFound();
        if (AtCompany) Letters = await db.Letters.AsNoTracking().OrderByDescending(letter => letter.PostedAt).ThenByDescending(letter => letter.Id).Take(Most).ToListAsync(cancellation);
    }
}
