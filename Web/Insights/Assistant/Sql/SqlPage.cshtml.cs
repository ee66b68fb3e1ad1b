using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Access;
using Web.Insights.Assistant.Answers;
using Web.Insights.Charts;
using Web.Kernel;
using Web.Semantics;
using Web.Ui;

namespace Web.Insights.Assistant.Sql;

/// <summary>The statement behind a chart of one's own, for whoever looks after the data; to be read and taken along, never to be run from here.</summary>
[Requires(Permission.ChartsAsk)]
[Requires(Permission.DatasetsManage)]
internal sealed class SqlPage(PastAnswers past, TemplateGate gate) : PageModel
{
    public Guid Turn { get; private set; }
    public string Text { get; private set; } = "";
    public IReadOnlyList<(string Name, string Value)> Parameters { get; private set; } = [];

    [Data.OwnWork]
    public async Task<IActionResult> OnGetAsync(Guid turn, CancellationToken cancellation)
    {
        var query = (await past.TurnAsync(turn, cancellation)).ReadQuery() ?? throw RefusalException.NotFound();
        var reader = await past.ReaderOfTodayAsync(Locales.Current, cancellation);
        if (gate.Check(query, reader.Catalog, reader.Calendar, reader.Today) is not CheckOutcome.Fits fits) throw RefusalException.NotFound();
        var sql = SqlCompiler.Compile(fits.Query);
        (Turn, Text) = (turn, sql.Text);
        Parameters = [.. sql.Parameters.Select(one => ("@" + one.Name, one.Value is Array list ? string.Join(", ", list.Cast<object>().Select(ResultCell.Text)) : ResultCell.Text(one.Value)))];
        return Request.WantsFragment() ? Partial("_SqlDialog", this) : Page();
    }
}
