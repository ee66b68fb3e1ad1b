using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Web.Access;
using Web.Api;
using Web.Kernel;

namespace Web.Crm.Bin;

internal static class BinApi
{
    public static void MapBin(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bin", ListAsync).WithTags("Bin").Requires(Permission.CrmRead).Requires(Permission.CrmDeleteOwn).WithSummary("What was deleted in the last 30 days and can come back, newest first");
        foreach (var kind in Enum.GetValues<BinnedKind>())
            api.MapPost($"/{kind.ToString().ToLowerInvariant()}s/{{id:guid}}/restore", (Guid id, RecordBin bin, CancellationToken cancellation) => RestoreAsync(kind, id, bin, cancellation))
                .WithTags($"{kind}s").Requires(Permission.CrmRead).Requires(Permission.CrmDeleteOwn).WithSummary($"Bring {(kind == BinnedKind.Account ? "an" : "a")} {kind.ToString().ToLowerInvariant()} back from the bin");
    }

    private static async Task<Page<BinnedRecord>> ListAsync(string? cursor, [FromQuery(Name = "page_size")] int? size, RecordBin bin, CancellationToken cancellation)
    {
        var count = PageSize.Of(size);
        var found = await bin.ListAsync(After(cursor), count, cancellation);
        return new Page<BinnedRecord>([.. found.Take(count)], found.Count > count ? Write(found[count - 1]) : null);
    }

    private static async Task<NoContent> RestoreAsync(BinnedKind kind, Guid id, RecordBin bin, CancellationToken cancellation)
    {
        await bin.RestoreAsync(kind, id, cancellation);
        return TypedResults.NoContent();
    }

    internal static string Write(BinnedRecord last) => Cursor.Write(last.DeletedAt.ToString("O", CultureInfo.InvariantCulture), last.Id.ToString());

    internal static (DateTimeOffset, Guid)? After(string? cursor)
    {
        if (Cursor.Read(cursor, 2) is not { } keys) return null;
        return DateTimeOffset.TryParse(keys[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) && Guid.TryParse(keys[1], out var id) ? (at, id) : throw Cursor.Bad();
    }
}
