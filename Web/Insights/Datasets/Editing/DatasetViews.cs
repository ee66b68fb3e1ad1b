using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Assistant;
using Web.Insights.Charts;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Contracts;
using Web.Insights.Datasets.Preview;
using Web.Jobs;
using Web.Kernel;
using Web.Semantics;
using Web.Semantics.Expressions;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Datasets.Editing;

/// <summary>Gathers what a dataset's page shows. Needs an open unit of work.</summary>
internal sealed class DatasetViews(
    PermittedDatasets datasets, RelationKeys keys, Samples samples, AppDb db, CurrentMember member, EnteredTenant entered, TimeProvider time, IStringLocalizer<DatasetsTexts> texts, IStringLocalizer<ApiTexts> sentences)
{
    private const int MostLoads = 12, MostSamples = 4;

    /// <exception cref="RefusalException">404: there is none, or none for this person.</exception>
    public async Task<DatasetView> OfAsync(string key, IReadOnlyList<string> errors, TypedForm typed, CancellationToken cancellation)
    {
        var manages = member.Can(Permission.DatasetsManage);
        var found = await datasets.FindAsync(key, cancellation);
        if (found is null && manages && await AwaitedAsync(key, cancellation) is { } awaited) return awaited;
        found ??= await datasets.FindAsync(key, cancellation) ?? throw new RefusalException(404, "dataset_not_found"); // its first rows may have come between the two looks
        var contract = found.Dataset.Contract;
        var mayEdit = manages && found.Uploaded is not null;
        var view = new DatasetView(
            key, contract.TitleIn(Locales.Current), contract.Descriptions.GetValueOrDefault(Locales.Current) ?? contract.Descriptions.GetValueOrDefault("en"), FactsOf(contract), contract,
            TableOf(contract, mayEdit) with { Typed = typed }, VersionOf(found), mayEdit, member.Can(Permission.ChartsAsk), found.Uploaded is null)
        {
            MayPermit = manages,
            Errors = errors,
            Typed = typed,
            Relations = found.Relations,
            Defined = found.Uploaded?.Contract.Measures ?? contract.Measures,
            CheckOf = (row, text) => CheckOf(contract, row, text),
            Samples = samples.For(new ChartReader(new Catalog([found.Dataset]), entered.Required.Calendar, entered.Required.Calendar.DateOf(time.GetUtcNow()), Locales.Current), MostSamples),
        };
        if (manages) view = view with { Roles = [.. found.Access.Roles], AllRowsRoles = [.. found.Access.AllRowsRoles], Filter = OwnRows.Of(found.Access.RowFilter), MemberAttributes = await AttributesAsync(cancellation) };
        return mayEdit ? await WithManagementAsync(view, found.Uploaded!, cancellation) : view;
    }

    /// <summary>How far a load is; null: it is done.</summary>
    public async Task<LoadingView?> LoadingAsync(string key, Guid job, CancellationToken cancellation)
    {
        if (!member.Can(Permission.DatasetsManage)) return null;
        var found = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == job, cancellation);
        var load = await db.DatasetLoads.AsNoTracking().Where(one => one.JobId == job).Select(one => new { one.FileName }).SingleOrDefaultAsync(cancellation);
        return found is null || load is null || found.Status == JobStatus.Done ? null
            : new LoadingView(key, job, load.FileName, (int)(found.Progress * 100), found.Status == JobStatus.Failed ? string.Join(' ', Sentences(JobError.Read(found.Error!).ToRefusal(), sentences)) : null);
    }

    /// <summary>What is known of a definition that somebody is typing.</summary>
    public MeasureCheckView CheckOf(DatasetContract contract, int row, string text)
    {
        var calendar = entered.Required.Calendar;
        var expression = MeasureExpression.Read(text, contract, calendar, calendar.DateOf(time.GetUtcNow()), out var fault);
        return new MeasureCheckView(row, text, fault, expression);
    }

    internal static string VersionOf(PermittedDataset dataset) => (dataset.Uploaded?.Version ?? dataset.Access.Version).ToString(CultureInfo.InvariantCulture);

    internal static string VersionOf(UploadedDataset dataset) => dataset.Version.ToString(CultureInfo.InvariantCulture);

    internal static IReadOnlyList<string> Sentences(RefusalException refusal, IStringLocalizer<ApiTexts> sentences) => refusal.Faults.Count == 0
        ? [Problem.Say(sentences, refusal.TextKey ?? refusal.Code, refusal.Arguments)]
        : [.. refusal.Faults.Take(20).Select(fault => Sentence(fault, sentences)).Distinct()];

    internal static string Sentence(Kernel.Fault fault, IStringLocalizer<ApiTexts> sentences) => fault.Message ?? Problem.Say(sentences, fault.TextKey ?? fault.Code, fault.Arguments);

    private async Task<DatasetView> WithManagementAsync(DatasetView view, UploadedDataset stored, CancellationToken cancellation)
    {
        var days = new Days(entered.Required.Calendar, time.GetUtcNow());
        var loads = await db.DatasetLoads.AsNoTracking().Where(load => load.DatasetId == stored.Id).OrderByDescending(load => load.Id).Take(MostLoads).ToListAsync(cancellation);
        return view with
        {
            Targets = await TargetsAsync(stored, cancellation),
            Repeated = await keys.RepeatedAsync(view.Relations, cancellation),
            Loads = [.. loads.Select(load => LineOf(load, stored.Key, days))],
            Running = stored.LoadingId is { } loading && loads.Find(load => load.Id == loading)?.JobId is { } job ? await LoadingAsync(stored.Key, job, cancellation) : null,
        };
    }

    /// <summary>A name that is taken while its first rows are on their way, or could not be loaded a moment ago.</summary>
    private async Task<DatasetView?> AwaitedAsync(string key, CancellationToken cancellation)
    {
        var job = await (
            from dataset in db.UploadedDatasets.AsNoTracking()
            join load in db.DatasetLoads on dataset.LoadingId equals load.Id
            where dataset.Key == key && dataset.LoadId == null
            select load.JobId).SingleOrDefaultAsync(cancellation);
        return job is { } id && await LoadingAsync(key, id, cancellation) is { } running
            ? new DatasetView(key, key, null, "", new DatasetContract { Key = key, Columns = [] }, new ColumnTable([], false, false), "", false, false, false) { Running = running } : null;
    }

    private async Task<IReadOnlyList<(string, string)>> AttributesAsync(CancellationToken cancellation)
    {
        var own = await db.Database.SqlQuery<string>($"select distinct jsonb_object_keys(attributes) as \"Value\" from app.members where tenant_id = {db.TenantId} order by 1 limit 50").ToListAsync(cancellation);
        return [.. RowFilter.OfEveryMember.Select(name => (name, texts["Dataset.Filter.Member." + name].Value)), .. own.Except(RowFilter.OfEveryMember).Select(name => (name, name))];
    }

    private async Task<IReadOnlyList<(string, string)>> TargetsAsync(UploadedDataset stored, CancellationToken cancellation)
    {
        var others = (await datasets.ReachableAsync(cancellation)).Where(contract => contract.Key != stored.Key);
        return [.. others.SelectMany(contract => contract.Columns.Where(column => !column.Hidden && (column.Role == ColumnRole.Identity || stored.Contract.Relations.Any(relation => relation.Dataset == contract.Key && relation.Key == column.Name)))
            .Select(column => ($"{contract.Key}.{column.Name}", $"{contract.TitleIn(Locales.Current)} › {column.TitleIn(Locales.Current)}")))];
    }

    private LoadLine LineOf(DatasetLoad load, string key, Days days) => new(
        load.Status == LoadStatus.Failed ? "failed" : Words.Of(load.Mode), days.At(load.StartedAt), load.FileName, Count(load.RowsLoaded), load.RowsSkipped > 0 ? Count(load.RowsSkipped) : null,
        load.FaultyRows is null ? null : $"/api/v1/datasets/{key}/loads/{load.Id}/errors");

    private static ColumnTable TableOf(DatasetContract contract, bool mayEdit) => new(
        [.. contract.Columns.Select((column, index) => new ColumnLine(index, column.SourceName ?? column.Name, column, column.TitleIn(Locales.Current), column.Values is { Count: > 0 } values ? string.Join(" · ", values.Take(3)) : null, null))
            .Where(line => mayEdit || !line.Column.Hidden)], TypesMayChange: false, mayEdit);

    private string FactsOf(DatasetContract contract) => string.Join(" · ", new[]
    {
        contract.RowCount is { } rows ? texts["Dataset.Load.Rows", Count(rows)].Value : null,
        contract.RefreshedAt is { } at ? new Days(entered.Required.Calendar, time.GetUtcNow()).At(at) : null,
        contract.Key,
    }.OfType<string>());

    private static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
