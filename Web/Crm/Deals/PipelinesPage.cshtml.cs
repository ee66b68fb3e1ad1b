using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>What the company calls its ways of selling.</summary>
[Requires(Permission.SettingsManage)]
internal sealed class PipelinesPage(AppDb db, Moment now, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public IReadOnlyList<Pipeline> Pipelines { get; private set; } = [];
    public bool Saved { get; private set; }
    public Guid? Wrong { get; private set; }
    public string? Typed { get; private set; }
    public string? Error { get; private set; }

    public async Task OnGetAsync(bool saved, CancellationToken cancellation)
    {
        Saved = saved;
        Pipelines = await db.Pipelines.AsNoTracking().WithStages().ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "id")] Guid id, [FromForm(Name = "name")] string? name, CancellationToken cancellation)
    {
        var pipeline = await db.Pipelines.SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw RefusalException.NotFound();
        try
        {
            if (await db.Pipelines.AnyAsync(one => one.Id != id && one.Name == (name ?? "").Trim(), cancellation)) throw RefusalException.Invalid(new Fault("name", "already_exists"));
            pipeline.Rename(name, now);
        }
        catch (RefusalException refused) when (refused.Faults is [var fault, ..])
        {
            (Wrong, Typed, Error) = (id, name, Problem.Say(sentences, fault.Code, fault.Arguments));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            Pipelines = await db.Pipelines.AsNoTracking().WithStages().ToListAsync(cancellation);
            return Page();
        }
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings/pipelines?saved=true");
    }
}
