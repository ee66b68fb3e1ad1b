using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Saved;

/// <summary>What a saved chart is called: a dialog on its page, a page of its own without script.</summary>
[Requires(Permission.ChartsSave)]
internal sealed class EditChartPage(AppDb db, SavedCharts saved, TimeProvider time, IStringLocalizer<SavedTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public ChartForm Form { get; private set; } = null!;

    /// <summary>What it has been called so far.</summary>
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Show(await saved.FindToChangeAsync(id, cancellation));
        return Drawn();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? title, string? description, CancellationToken cancellation)
    {
        var chart = await saved.FindToChangeAsync(id, cancellation);
        Show(chart);
        try
        {
            chart.Describe(title, description, time.GetUtcNow());
        }
        catch (RefusalException refusal) when (refusal.Status == 422)
        {
            Form = (Form with { Title = title, Description = description }).With(refusal, sentences);
            Response.StatusCode = refusal.Status;
            return Drawn();
        }
        await db.SaveChangesAsync(cancellation);
        return Gone.To(this, $"/charts/{id}?done=saved");
    }

    private void Show(SavedChart chart) =>
        (Name, Form) = (chart.Title, new ChartForm(texts["Chart.Edit"], $"/charts/{chart.Id}/edit", $"/charts/{chart.Id}", chart.Title, chart.Description));

    private IActionResult Drawn() => Request.WantsFragment() ? Partial("_ChartDialog", Form) : Page();
}
