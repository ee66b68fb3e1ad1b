using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Charts;
using Web.Insights.Datasets.Access;
using Web.Kernel;
using Web.Language;
using Web.Semantics;
using Web.Tenancy;
using Web.Ui;
using Fault = Web.Kernel.Fault;

namespace Web.Insights.Saved;

/// <summary>
/// The saved charts as one person may know of them. What they may use is asked each time: a chart over a dataset that is forbidden
/// to them, or gone, does not exist. All of it needs an open unit of work.
/// </summary>
public sealed class SavedCharts(
    AppDb db, PermittedDatasets datasets, CurrentMember member, EnteredTenant entered, TemplateGate gate, ChartRender render, TimeProvider time)
{
    private ChartReader? reader;

    /// <summary>The datasets, calendar, day and language that charts are read with.</summary>
    public async Task<ChartReader> ReaderAsync(CancellationToken cancellation)
    {
        var calendar = entered.Required.Calendar;
        return reader ??= new ChartReader(await datasets.CatalogAsync(cancellation), calendar, calendar.DateOf(time.GetUtcNow()), Locales.Current);
    }

    public async Task<IQueryable<SavedChart>> AllAsync(CancellationToken cancellation) => db.SavedCharts.Over((await ReaderAsync(cancellation)).Catalog);

    /// <exception cref="RefusalException">404: there is none, or none for this person.</exception>
    public async Task<SavedChart> FindAsync(Guid id, CancellationToken cancellation) =>
        await (await AllAsync(cancellation)).SingleOrDefaultAsync(chart => chart.Id == id, cancellation) ?? throw RefusalException.NotFound();

    /// <exception cref="RefusalException">404: as <see cref="FindAsync"/>. 403: somebody else's.</exception>
    public async Task<SavedChart> FindToChangeAsync(Guid id, CancellationToken cancellation)
    {
        var chart = await FindAsync(id, cancellation);
        MustChange(chart);
        return chart;
    }

    /// <summary>Also one in the bin.</summary>
    /// <exception cref="RefusalException">404 and 403, as <see cref="FindToChangeAsync"/>.</exception>
    public async Task<SavedChart> FindToRestoreAsync(Guid id, CancellationToken cancellation)
    {
        var charts = (await AllAsync(cancellation)).IgnoreQueryFilters([Fencing.BinFilter]);
        var chart = await charts.SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw RefusalException.NotFound();
        MustChange(chart);
        return chart;
    }

    /// <summary>People change what they keep; whoever looks after people also looks after what they kept.</summary>
    public bool MayChange(SavedChart chart) =>
        member.Can(Permission.ChartsSave) && (chart.OwnerId == member.Id || member.Can(Permission.UsersManage));

    /// <summary>A query that may be kept: it passes the gate as one that is drawn now would.</summary>
    /// <exception cref="RefusalException">422 with one detail for each fault; 404: no such dataset for this person.</exception>
    public async Task<KeptQuery> CheckAsync(JsonElement query, CancellationToken cancellation)
    {
        var by = await ReaderAsync(cancellation);
        return gate.Check(query, by.Catalog, by.Calendar, by.Today) switch
        {
            CheckOutcome.Fits => new KeptQuery(gate.Read(query).Query!, query.GetRawText()),
            CheckOutcome.Faulty faulty => throw RefusalException.Invalid(
                [.. faulty.Faults.Select(fault => new Fault("/query" + fault.Pointer, fault.Code) { Message = fault.MessageIn(by.Locale) })]),
            _ => throw new RefusalException(404, "dataset_not_found"),
        };
    }

    /// <summary>What a query is called when nobody has named it.</summary>
    public async Task<string> TitleOfAsync(ChartQuery query, CancellationToken cancellation)
    {
        var by = await ReaderAsync(cancellation);
        var title = Wording.Title(query, by.Catalog.Find(query.Dataset)!.Contract, by.Locale);
        if (title.Length <= SavedChart.LongestTitle) return title;
        var end = SavedChart.LongestTitle - (char.IsHighSurrogate(title[SavedChart.LongestTitle - 2]) ? 2 : 1);
        return title[..end] + "…";
    }

    /// <summary>The chart drawn with what its reader may see now.</summary>
    public async Task<RenderOutcome> DrawAsync(SavedChart chart, CancellationToken cancellation) =>
        await render.RenderAsync(KeptQuery.Of(chart.Query).Form, await ReaderAsync(cancellation), db, cancellation);

    /// <summary>Whether its rows are records rather than figures about them: to take those away needs a permission of its own.</summary>
    public async Task<bool> ListsRecordsAsync(SavedChart chart, CancellationToken cancellation)
    {
        var by = await ReaderAsync(cancellation);
        return gate.Check(KeptQuery.Of(chart.Query).Form, by.Catalog, by.Calendar, by.Today) is CheckOutcome.Fits { Query.Raw: true };
    }

    /// <summary>The chart's query with every name resolved for this person, now.</summary>
    /// <exception cref="RefusalException">422 with one detail for each fault: it no longer fits its data.</exception>
    public async Task<CheckedQuery> CheckKeptAsync(SavedChart chart, CancellationToken cancellation)
    {
        var by = await ReaderAsync(cancellation);
        return gate.Check(KeptQuery.Of(chart.Query).Form, by.Catalog, by.Calendar, by.Today) switch
        {
            CheckOutcome.Fits fits => fits.Query,
            CheckOutcome.Faulty faulty => throw ChartFaults.Refusal(faulty.Faults, by.Locale),
            _ => throw RefusalException.NotFound(),
        };
    }

    private void MustChange(SavedChart chart)
    {
        member.MustHave(Permission.ChartsSave);
        if (!MayChange(chart)) throw RefusalException.Denied(Permission.UsersManage);
    }
}
