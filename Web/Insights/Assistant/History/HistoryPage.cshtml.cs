using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Insights.Assistant.Talk;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Assistant.History;

/// <summary>Everything that this person asked, the latest first; a word finds it by its title and by what was said.</summary>
[Requires(Permission.ChartsAsk)]
internal sealed class HistoryPage(ConversationHistory history, EnteredTenant entered, TimeProvider time, IStringLocalizer<AnswerTexts> texts) : PageModel
{
    private static readonly Listing<Conversation> Latest = new Listing<Conversation>(one => one.Id, "-updated_at").By("updated_at", one => one.UpdatedAt);

    public string? Words { get; private set; }
    public IReadOnlyList<Conversation> Rows { get; private set; } = [];
    public string? After { get; private set; }
    public Days Days { get; private set; } = null!;
    public Toast? Toast { get; private set; }

    public async Task OnGetAsync(string? q, [FromQuery(Name = "after")] string? cursor, Guid? binned, CancellationToken cancellation)
    {
        Words = q?.Trim() is { Length: > 0 } words && !words.Contains('\0') ? words[..Math.Min(200, words.Length)] : null;
        (Rows, After, _) = await Latest.ReadAsync(history.Matching(Words).AsNoTracking(), new ListRequest(cursor, PageSize.Default, null, null), cancellation);
        Days = new Days(entered.Required.Calendar, time.GetUtcNow());
        if (binned is { } id) Toast = new Toast(texts["History.Binned"], texts["History.Undo"], $"/ask/history/{id}/restore");
    }
}
