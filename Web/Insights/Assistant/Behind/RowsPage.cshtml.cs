using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using Web.Access;
using Web.Audit;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Charts;
using Web.Kernel;
using Web.Language;
using Web.Semantics;
using Web.Ui;

namespace Web.Insights.Assistant.Behind;

/// <summary>The source rows behind a bar, a point or a line of a chart's table: the columns that this person may see, of the rows that they may see.</summary>
[Requires(Permission.ChartsAsk)]
internal sealed class RowsPage(AppDb db, PastAnswers past, TemplateGate gate, CurrentMember member, LateEntries late) : PageModel
{
    private const int PageRows = 50, MostInFile = 10_000;

    public Guid Turn { get; private set; }
    public Guid Conversation { get; private set; }
    public string Mark { get; private set; } = "";
    public string Heading { get; private set; } = "";
    public IReadOnlyList<Column> Columns { get; private set; } = [];
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; private set; } = [];
    public string? After { get; private set; }
    public string Locale { get; private set; } = "en";
    public bool MayExport => member.Can(Permission.CrmExport);
    public string Address => $"/ask/rows?turn={Turn}&k={Uri.EscapeDataString(Mark)}";

    public async Task<IActionResult> OnGetAsync(Guid turn, string? k, string? after, CancellationToken cancellation)
    {
        if (RouteData.Values["handler"] is not null) return NotFound(); // no handler of ours has that name
        await ReadAsync(turn, k, after, PageRows, cancellation);
        return !Request.WantsFragment() ? Page() : Partial(after is null ? "_RowsDialog" : "_RowsMore", this);
    }

    /// <summary>All of them as a file; a list of records is an export, which takes a permission of its own.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid turn, string? k, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmExport);
        await ReadAsync(turn, k, null, MostInFile, cancellation);
        var text = new StringBuilder("\ufeff");
        RowsCsv.Line(text, Columns.Select(column => RowsCsv.Harmless(column.TitleIn(Locale))));
        foreach (var row in Rows) RowsCsv.Line(text, row.Select(RowsCsv.Harmless));
        if (After is not null) Response.Headers["X-Truncated-At"] = MostInFile.ToString(CultureInfo.InvariantCulture);
        late.Add(LateEntry.Of(db.Scope, "export.rows", FormattableString.Invariant($"{Rows.Count}"), "medium") with { Category = "insights", Detail = new() { Entity = "conversation", EntityId = Conversation } });
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "rows.csv");
    }

    private async Task ReadAsync(Guid turn, string? k, string? after, int most, CancellationToken cancellation)
    {
        var kept = await past.FindAsync(turn, cancellation);
        var reader = await past.ReaderAsync(Locales.Current, cancellation);
        if (kept.ReadQuery() is not { } query || Web.Semantics.Mark.Read(k) is not { } mark || after?.Length > 60 || after?.Contains('\0') == true
            || gate.Check(query, reader.Catalog, reader.Calendar, reader.Today) is not CheckOutcome.Fits { Query: { } fitting } || (mark.Earlier && fitting.Comparison is null)) throw RefusalException.NotFound();
        var contract = fitting.Dataset.Contract;
        (Turn, Conversation, Mark, Locale) = (turn, kept.ConversationId, k!, reader.Locale);
        Columns = [.. contract.Columns.Where(column => column is { Hidden: false, Related: null })];
        var names = new Names(contract, reader.Locale, reader.Calendar, reader.Today);
        Heading = MarkHeading.Of(fitting, mark, names, reader.Locale);
        var sql = MarkStatement.Compile(fitting, mark, Columns, after, most);
        await RunAsync(sql, reader, most, cancellation);
    }

    private async Task RunAsync(SqlText sql, ChartReader reader, int most, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(await db.EnterAsync(cancellation));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("set local statement_timeout = 10000"));
        var command = new NpgsqlBatchCommand(sql.Text) { Parameters = { new("tenant", db.TenantId) } };
        foreach (var parameter in sql.Parameters) command.Parameters.Add(new NpgsqlParameter(parameter.Name, parameter.Type) { Value = parameter.Value });
        batch.BatchCommands.Add(command);
        List<IReadOnlyList<string>> rows = [];
        string? last = null;
        try
        {
            await using var found = await batch.ExecuteReaderAsync(cancellation);
            while (await found.ReadAsync(cancellation))
            {
                if (rows.Count == most)
                {
                    After = last;
                    break;
                }
                last = found.GetString(0);
                rows.Add([.. Columns.Select((column, i) => Cell(column, found.IsDBNull(i + 1) ? null : ResultCell.Of(found.GetValue(i + 1)), reader))]);
            }
        }
        catch (PostgresException e) when (e.SqlState is "22P02" or "22007" or "22003")
        {
            throw RefusalException.NotFound(); // a mark or a page that nobody was given
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !cancellation.IsCancellationRequested)
        {
            throw new RefusalException(422, "query_too_slow");
        }
        Rows = rows;
    }

    private string Cell(Column column, object? cell, ChartReader reader) => cell switch
    {
        null => "",
        string text => column.ValueTitles.GetValueOrDefault(Locale)?.GetValueOrDefault(text) ?? text,
        DateTime { Kind: DateTimeKind.Utc } instant => TimeZoneInfo.ConvertTime(new DateTimeOffset(instant), reader.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        bool flag => ChartsTexts.Get(flag ? "yes" : "no", Locale),
        _ => ResultCell.Text(cell),
    };
}
