using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Operations.Export;

/// <summary>What an archive holds: each part with its rows and the hash of its content, and what was left out and why.</summary>
internal sealed record Manifest(
    ManifestCompany Company, DateTimeOffset MadeAt, List<ManifestTable> Tables, List<ManifestTable> Datasets, List<PaperPart> Files, IReadOnlyDictionary<string, string> LeftOut)
{
    public int Format => 1;
}

internal sealed record ManifestCompany(Guid Id, string Slug, string Name)
{
    public static async Task<ManifestCompany> OfAsync(AppDb db, TenantDirectory directory, CancellationToken cancellation) =>
        await directory.FindAsync(db.TenantId, cancellation) is { } company ? new(company.Id, company.Slug, company.Name) : throw RefusalException.NotFound();
}

/// <param name="LeftOutColumns">Columns that hold secrets or bytes.</param>
internal sealed record ManifestTable(string Name, long Rows, PaperPart? JsonLines, PaperPart Csv, IReadOnlyList<string> LeftOutColumns);
