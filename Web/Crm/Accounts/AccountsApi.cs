using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Api;
using Web.Crm.Bin;
using Web.Data;
using Web.Kernel;
using static Web.Api.JsonColumn;

namespace Web.Crm.Accounts;

internal static class AccountsApi
{
    private static readonly Listing<Account> Listing = new Listing<Account>(account => account.Id, LatestRecords.Order)
        .By("updated_at", account => account.UpdatedAt).By("created_at", account => account.CreatedAt).By("name", account => account.SortKey);

    private static readonly LatestRecords Latest = new("accounts",
        Id("id"), Text("name"), Text("name_kana"), Text("domain"), Text("website"), Texts("phones"), Text("industry"), Number("employees"),
        JsonColumn.Object("address", Text("postal_code"), Text("region"), Text("city"), Text("line", "address_line")),
        Id("owner_id"), Texts("tags"), CustomJson.Column, Time("created_at"), Time("updated_at"));

    private static readonly Filters<Account> Filters = new Filters<Account>()
        .Words("q", (accounts, words) => accounts.Matching(words)).Words("industry", (accounts, industry) => accounts.Where(account => account.Industry == industry))
        .Words("tag", (accounts, tag) => accounts.Where(account => account.Tags.Contains(tag))).Id("owner", account => account.OwnerId)
        .Number("employees", account => account.Employees).Time("created_at", account => account.CreatedAt).Time("updated_at", account => account.UpdatedAt);

    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("Accounts").Requires(Permission.CrmRead);
        accounts.MapGet("", ListAsync).Produces<Page<AccountAnswer>>().WithSummary("List accounts");
        accounts.MapGet("/{id:guid}", ReadAsync).WithSummary("Read an account");
        accounts.MapPost("", OpenAsync).Requires(Permission.CrmWrite).Accepts<AccountDetails>("application/json").WithSummary("Add an account");
        accounts.MapPatch("/{id:guid}", ChangeAsync).Requires(Permission.CrmWrite).Accepts<AccountDetails>("application/json").WithSummary("Change an account");
        accounts.MapDelete("/{id:guid}", BinAsync).Requires(Permission.CrmDeleteOwn).WithSummary("Put an account in the bin");
    }

    private static async Task<IResult> ListAsync([AsParameters] ListRequest request, HttpRequest http, AppDb db, CancellationToken cancellation)
    {
        if (LatestRecords.IsWanted(request, http.Query)) return await Latest.ReadAsync(db, request, cancellation);
        var (rows, next, total) = await Listing.ReadAsync(Filters.Apply(db.Accounts.AsNoTracking(), http.Query), request, cancellation);
        return TypedResults.Ok(new Page<AccountAnswer>([.. rows.Select(AccountAnswer.Of)], next, total));
    }

    private static async Task<Ok<AccountAnswer>> ReadAsync(Guid id, HttpContext http, AppDb db, CancellationToken cancellation) =>
        Answer(await db.Accounts.AsNoTracking().RequiredAsync(id, cancellation), http);

    private static async Task<Created<AccountAnswer>> OpenAsync(JsonElement body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var details = await CheckedAsync(new RecordBody(body), new AccountDetails { OwnerId = now.By }, db, cancellation);
        var account = db.Accounts.Add(Account.Open(details, now)).Entity;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/accounts/{account.Id}", Answer(account, http).Value);
    }

    private static async Task<Ok<AccountAnswer>> ChangeAsync(Guid id, JsonElement body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var account = await db.Accounts.RequiredAsync(id, cancellation);
        Stamp.MustMatch(http, account.Version, () => AccountAnswer.Of(account));
        account.Describe(await CheckedAsync(new RecordBody(body), account.Details, db, cancellation), now);
        await db.SaveChangesAsync(cancellation);
        return Answer(account, http);
    }

    private static async Task<NoContent> BinAsync(Guid id, HttpContext http, CurrentMember member, AppDb db, RecordBin bin, CancellationToken cancellation)
    {
        var account = await db.Accounts.RequiredAsync(id, cancellation);
        member.MayDelete(account.OwnerId);
        Stamp.MustMatch(http, account.Version, () => AccountAnswer.Of(account));
        await bin.PutAsync(account, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<AccountDetails> CheckedAsync(RecordBody body, AccountDetails before, AppDb db, CancellationToken cancellation)
    {
        var details = body.Onto(before);
        (await body.Found(details.Check()).RefersToMemberAsync(db, "/owner_id", details.OwnerId, cancellation)).Throw();
        return details;
    }

    private static Ok<AccountAnswer> Answer(Account account, HttpContext http)
    {
        Stamp.Show(http, account.Version);
        return TypedResults.Ok(AccountAnswer.Of(account));
    }
}

internal sealed record AccountAnswer(
    Guid Id, string Name, string? NameKana, string? Domain, string? Website, IReadOnlyList<string> Phones, string? Industry, int? Employees, Address Address,
    Guid? OwnerId, IReadOnlyList<string> Tags, JsonElement Custom, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static AccountAnswer Of(Account account) => new(
        account.Id, account.Name, account.NameKana, account.Domain, account.Website, account.Phones, account.Industry, account.Employees,
        new Address(account.PostalCode, account.Region, account.City, account.AddressLine),
        account.OwnerId, account.Tags, CustomJson.Of(account.Custom), account.CreatedAt, account.UpdatedAt);
}
