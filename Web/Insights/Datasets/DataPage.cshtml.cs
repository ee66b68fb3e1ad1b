using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.History;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Datasets;

/// <param name="Roles">Who may use it, in words; empty: everybody who may ask.</param>
/// <param name="Refreshed">Null: it is always up to date.</param>
public sealed record DataRow(string Key, string Title, string? Description, string? Count, int? Columns, IReadOnlyList<string> Roles, DateTimeOffset? Refreshed, bool Certified, bool Loading);

/// <summary>What there is to ask about, for this person.</summary>
[Requires(Permission.DatasetsRead)]
internal sealed class DataPage(PermittedDatasets datasets, DatasetBin bin, AppDb db, CurrentMember member, EnteredTenant entered, TimeProvider time, IStringLocalizer<DatasetsTexts> texts) : PageModel
{
    public IReadOnlyList<DataRow> Rows { get; private set; } = [];
    public Days Days { get; private set; } = null!;
    public bool MayManage => member.Can(Permission.DatasetsManage);
    public string Comma => Locales.Current == "ja" ? "・" : ", ";

    /// <summary>What is in the bin.</summary>
    public IReadOnlyList<BinnedDataset> Binned { get; private set; } = [];

    /// <summary>What was put there a moment ago.</summary>
    public BinnedDataset? Gone { get; private set; }

    public async Task OnGetAsync(Guid? deleted, CancellationToken cancellation)
    {
        if (MayManage) Binned = await bin.ListAsync(Locales.Current, cancellation);
        Gone = Binned.FirstOrDefault(one => one.Id == deleted);
        Days = new Days(entered.Required.Calendar, time.GetUtcNow());
        var permitted = await datasets.ListAsync(cancellation);
        var waiting = MayManage
            ? await db.UploadedDatasets.AsNoTracking().Where(one => one.LoadId == null && one.LoadingId != null).Select(one => new { one.Key, one.CreatedAt }).ToListAsync(cancellation) : [];
        Rows = [
            .. waiting.Select(one => new DataRow(one.Key, one.Key, null, null, null, [], one.CreatedAt, Certified: false, Loading: true)),
            .. permitted.Select(RowOf).OrderBy(row => row.Title, StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true)),
        ];
    }

    private DataRow RowOf(PermittedDataset one)
    {
        var contract = one.Dataset.Contract;
        var description = contract.Descriptions.GetValueOrDefault(Locales.Current) ?? contract.Descriptions.GetValueOrDefault("en");
        return new DataRow(
            contract.Key, contract.TitleIn(Locales.Current), description, contract.RowCount?.ToString("#,##0", CultureInfo.InvariantCulture), contract.Columns.Count(column => !column.Hidden),
            [.. one.Access.Roles.Select(role => texts["Access." + role].Value)], one.Uploaded is null ? null : contract.RefreshedAt, contract.Certified, one.Uploaded?.LoadingId is not null);
    }
}
