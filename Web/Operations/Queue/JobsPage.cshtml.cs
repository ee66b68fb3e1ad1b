using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Operations.Queue;

/// <summary>The company's work in the background: what runs, what waits, what failed and why.</summary>
[Requires(Permission.SettingsManage)]
internal sealed class JobsPage(QueueActs queue, EnteredTenant entered, TimeProvider time, IStringLocalizer<OperationsTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    public string? Refused { get; private set; }

    public Toast? Toast { get; private set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public Days Days => new(entered.Required.Calendar, Now);

    /// <summary>A moment to come: the clock for today, otherwise the day.</summary>
    public string When(DateTimeOffset at) => Days.DateOf(at) == Days.Today ? Days.At(at) : Days.Iso(Days.DateOf(at));

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (done is "retried" or "given_up") Toast = new Toast(texts["Jobs.Done." + done]);
    }

    public Task<IActionResult> OnPostRetryAsync([FromForm(Name = "id")] Guid id, CancellationToken cancellation) => ActAsync(() => queue.RetryAsync(id, cancellation), "retried", cancellation);

    public Task<IActionResult> OnPostGiveUpAsync([FromForm(Name = "id")] Guid id, CancellationToken cancellation) => ActAsync(() => queue.GiveUpAsync(id, cancellation), "given_up", cancellation);

    private async Task<IActionResult> ActAsync(Func<Task> act, string done, CancellationToken cancellation)
    {
        try
        {
            await act();
        }
        catch (RefusalException refused) when (refused.Status == 409)
        {
            await LoadAsync(cancellation);
            (Response.StatusCode, Refused) = (refused.Status, sentences[refused.Code]);
            return Page();
        }
        return LocalRedirect($"/settings/jobs?done={done}");
    }

    private async Task LoadAsync(CancellationToken cancellation) => Jobs = [.. (await queue.ListAsync(cancellation)).Select(job => JobLine.Of(job, texts, sentences))];
}
