using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Timeline;

internal static class TimelineApi
{
    public static void MapTimelines(this IEndpointRouteBuilder api)
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
            api.MapGet($"/{kind.ToString().ToLowerInvariant()}s/{{id:guid}}/timeline",
                    (Guid id, string? cursor, [FromQuery(Name = "page_size")] int? size, AppDb db, CancellationToken cancellation) => ReadAsync(kind, id, cursor, size, db, cancellation))
                .WithTags("Timeline").Requires(Permission.CrmRead).WithSummary($"What happened around {kind.Named()}, newest first");
    }

    private static async Task<Ok<Page<TimelineItem>>> ReadAsync(RecordKind kind, Guid id, string? cursor, int? size, AppDb db, CancellationToken cancellation)
    {
        await db.MustBeThereAsync(kind, id, cancellation);
        var count = PageSize.Of(size);
        var items = await db.TimelineAsync(id, After(cursor), count, cancellation);
        var next = items.Count < count ? null : Cursor.Write(items[^1].At.ToString("O", CultureInfo.InvariantCulture), items[^1].Id.ToString());
        return TypedResults.Ok(new Page<TimelineItem>(items, next));
    }

    private static (DateTimeOffset, Guid)? After(string? cursor)
    {
        if (Cursor.Read(cursor, 2) is not { } keys) return null;
        return DateTimeOffset.TryParse(keys[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) && Guid.TryParse(keys[1], out var id) ? (at, id) : throw Cursor.Bad();
    }
}
