using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Api;
using Web.Crm.Bin;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Crm.Deals;

internal static class DealsApi
{
    private static readonly DateOnly Undated = new(9999, 12, 31);

    private static readonly Listing<Deal> Listing = new Listing<Deal>(deal => deal.Id, LatestRecords.Order)
        .By("updated_at", deal => deal.UpdatedAt).By("created_at", deal => deal.CreatedAt).By("name", deal => deal.SortKey)
        .By("amount", deal => deal.AmountMinor ?? long.MinValue).By("expected_close_on", deal => deal.ExpectedCloseOn ?? Undated).By("probability", deal => deal.Probability);

    // One set for each currency there is; making it costs as much as answering with it.
    private static readonly ConcurrentDictionary<string, Filters<Deal>> Filters = new(StringComparer.Ordinal);

    public static void MapDeals(this IEndpointRouteBuilder api)
    {
        var deals = api.MapGroup("/deals").WithTags("Deals").Requires(Permission.CrmRead);
        deals.MapGet("", ListAsync).Produces<Page<DealAnswer>>().WithSummary("List deals");
        deals.MapGet("/{id:guid}", ReadAsync).WithSummary("Read a deal");
        deals.MapPost("", OpenAsync).Requires(Permission.CrmWrite).Accepts<DealBody>("application/json").WithSummary("Open a deal");
        deals.MapPatch("/{id:guid}", ChangeAsync).Requires(Permission.CrmWrite).Accepts<DealBody>("application/json").WithSummary("Change a deal");
        deals.MapDelete("/{id:guid}", BinAsync).Requires(Permission.CrmDeleteOwn).WithSummary("Put a deal in the bin");
        deals.MapPost("/{id:guid}/win", WinAsync).Requires(Permission.CrmWrite).WithSummary("Win a deal");
        deals.MapPost("/{id:guid}/lose", LoseAsync).Requires(Permission.CrmWrite).WithSummary("Lose a deal, for a reason");
        deals.MapPost("/{id:guid}/reopen", ReopenAsync).Requires(Permission.CrmWrite).WithSummary("Reopen a closed deal");
    }

    private static Filters<Deal> FiltersIn(string currency) => new Filters<Deal>()
        .Id("stage", deal => deal.StageId).Id("owner", deal => deal.OwnerId).Id("pipeline", deal => deal.PipelineId).Id("account", deal => deal.AccountId)
        .OneOf("status", deal => deal.Status).Words("q", (deals, words) => deals.Where(deal => deal.SortKey.Contains(SearchText.Of(words))))
        .Words("lost_reason", (deals, reason) => deals.Where(deal => deal.LostReason == reason)).Words("tag", (deals, tag) => deals.Where(deal => deal.Tags.Contains(tag)))
        .Number("amount", deal => deal.AmountMinor, amount => amount * Money.Factor(currency)).Number("probability", deal => deal.Probability)
        .Day("expected_close_on", deal => deal.ExpectedCloseOn).Day("closed_on", deal => deal.ClosedOn).Day("next_step_on", deal => deal.NextStepOn)
        .Time("created_at", deal => deal.CreatedAt).Time("updated_at", deal => deal.UpdatedAt);

    private static async Task<IResult> ListAsync(
        [AsParameters] ListRequest request, HttpRequest http, EnteredTenant entered, AppDb db, CancellationToken cancellation)
    {
        if (LatestRecords.IsWanted(request, http.Query)) return await db.LatestAsync(request, cancellation);
        var deals = Filters.GetOrAdd(entered.Required.Currency, FiltersIn).Apply(db.Deals.AsNoTracking(), http.Query);
        var (rows, next, total) = await Listing.ReadAsync(deals, request, cancellation);
        return TypedResults.Ok(new Page<DealAnswer>(await db.AnswersAsync(rows, cancellation), next, total));
    }

    private static async Task<Ok<DealAnswer>> ReadAsync(Guid id, HttpContext http, AppDb db, CancellationToken cancellation) =>
        Answer(await db.Deals.AsNoTracking().WithEverything().RequiredAsync(id, cancellation), http);

    private static async Task<Created<DealAnswer>> OpenAsync(JsonElement body, Moment now, EnteredTenant entered, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var sent = new RecordBody(body);
        var deal = await new DealWriting(sent, db, now).OpenAsync(sent.Onto(new DealBody { OwnerId = now.By }), entered.Required.Currency, cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/deals/{deal.Id}", Answer(deal, http).Value);
    }

    private static async Task<Ok<DealAnswer>> ChangeAsync(Guid id, JsonElement body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var deal = await FindAsync(id, http, db, cancellation);
        var sent = new RecordBody(body);
        await new DealWriting(sent, db, now).ChangeAsync(deal, sent.Onto(DealBody.Of(deal)), cancellation);
        return await SavedAsync(deal, http, db, cancellation);
    }

    private static async Task<Ok<DealAnswer>> WinAsync(Guid id, WinBody? body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var deal = await FindAsync(id, http, db, cancellation);
        AsPointers(() => deal.Win(now, body?.ClosedOn));
        return await SavedAsync(deal, http, db, cancellation);
    }

    private static async Task<Ok<DealAnswer>> LoseAsync(Guid id, LoseBody? body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var deal = await FindAsync(id, http, db, cancellation);
        AsPointers(() => deal.Lose(body?.LostReason, now, body?.ClosedOn));
        return await SavedAsync(deal, http, db, cancellation);
    }

    private static async Task<Ok<DealAnswer>> ReopenAsync(Guid id, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var deal = await FindAsync(id, http, db, cancellation);
        var stage = await db.Stages.SingleAsync(one => one.Id == deal.StageId, cancellation);
        deal.Reopen(stage, await db.PlaceAsync(stage, null, deal.Id, cancellation), now);
        return await SavedAsync(deal, http, db, cancellation);
    }

    private static async Task<NoContent> BinAsync(Guid id, HttpContext http, AppDb db, RecordBin bin, CancellationToken cancellation)
    {
        var deal = await FindAsync(id, http, db, cancellation);
        await bin.PutAsync(deal, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Deal> FindAsync(Guid id, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var deal = await db.Deals.WithEverything().RequiredAsync(id, cancellation);
        Stamp.MustMatch(http, deal.Version, () => DealAnswer.Of(deal));
        return deal;
    }

    private static async Task<Ok<DealAnswer>> SavedAsync(Deal deal, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        return Answer(deal, http);
    }

    private static void AsPointers(Action verb)
    {
        var body = new RecordBody(default);
        body.Tell(verb);
        body.Throw();
    }

    private static Ok<DealAnswer> Answer(Deal deal, HttpContext http)
    {
        Stamp.Show(http, deal.Version);
        return TypedResults.Ok(DealAnswer.Of(deal));
    }

    private sealed record WinBody(DateOnly? ClosedOn = null);

    private sealed record LoseBody(string? LostReason = null, DateOnly? ClosedOn = null);
}
