using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Api;
using Web.Crm.Bin;
using Web.Data;
using Web.Kernel;
using static Web.Api.JsonColumn;

namespace Web.Crm.Contacts;

internal static class ContactsApi
{
    private static readonly Listing<Contact> Listing = new Listing<Contact>(contact => contact.Id, LatestRecords.Order)
        .By("updated_at", contact => contact.UpdatedAt).By("created_at", contact => contact.CreatedAt).By("name", contact => contact.SortKey);

    private static readonly LatestRecords Latest = new("contacts",
        Id("id"), Text("family_name"), Text("given_name"), Text("family_name_kana"), Text("given_name_kana"), Id("account_id"), Texts("emails"), Texts("phones"),
        Text("job_title"), Id("owner_id"), Texts("tags"), CustomJson.Column, Time("created_at"), Time("updated_at"));

    private static readonly Filters<Contact> Filters = new Filters<Contact>()
        .Words("q", (contacts, words) => contacts.Matching(words)).Words("tag", (contacts, tag) => contacts.Where(contact => contact.Tags.Contains(tag)))
        .Id("owner", contact => contact.OwnerId).Id("account", contact => contact.AccountId).Id("account_id", contact => contact.AccountId)
        .Time("created_at", contact => contact.CreatedAt).Time("updated_at", contact => contact.UpdatedAt);

    public static void MapContacts(this IEndpointRouteBuilder api)
    {
        var contacts = api.MapGroup("/contacts").WithTags("Contacts").Requires(Permission.CrmRead);
        contacts.MapGet("", ListAsync).Produces<Page<ContactAnswer>>().WithSummary("List contacts");
        contacts.MapGet("/{id:guid}", ReadAsync).WithSummary("Read a contact");
        contacts.MapPost("", MeetAsync).Requires(Permission.CrmWrite).Accepts<ContactDetails>("application/json").WithSummary("Add a contact");
        contacts.MapPatch("/{id:guid}", ChangeAsync).Requires(Permission.CrmWrite).Accepts<ContactDetails>("application/json").WithSummary("Change a contact");
        contacts.MapDelete("/{id:guid}", BinAsync).Requires(Permission.CrmDeleteOwn).WithSummary("Put a contact in the bin");
    }

    private static async Task<IResult> ListAsync([AsParameters] ListRequest request, HttpRequest http, AppDb db, CancellationToken cancellation)
    {
        if (LatestRecords.IsWanted(request, http.Query)) return await Latest.ReadAsync(db, request, cancellation);
        var (rows, next, total) = await Listing.ReadAsync(Filters.Apply(db.Contacts.AsNoTracking(), http.Query), request, cancellation);
        return TypedResults.Ok(new Page<ContactAnswer>([.. rows.Select(ContactAnswer.Of)], next, total));
    }

    private static async Task<Ok<ContactAnswer>> ReadAsync(Guid id, HttpContext http, AppDb db, CancellationToken cancellation) =>
        Answer(await db.Contacts.AsNoTracking().RequiredAsync(id, cancellation), http);

    private static async Task<Created<ContactAnswer>> MeetAsync(JsonElement body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var details = await CheckedAsync(new RecordBody(body), new ContactDetails { OwnerId = now.By }, db, cancellation);
        var contact = db.Contacts.Add(Contact.Meet(details, now)).Entity;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/contacts/{contact.Id}", Answer(contact, http).Value);
    }

    private static async Task<Ok<ContactAnswer>> ChangeAsync(Guid id, JsonElement body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var contact = await db.Contacts.RequiredAsync(id, cancellation);
        Stamp.MustMatch(http, contact.Version, () => ContactAnswer.Of(contact));
        contact.Describe(await CheckedAsync(new RecordBody(body), contact.Details, db, cancellation), now);
        await db.SaveChangesAsync(cancellation);
        return Answer(contact, http);
    }

    private static async Task<NoContent> BinAsync(Guid id, HttpContext http, CurrentMember member, AppDb db, RecordBin bin, CancellationToken cancellation)
    {
        var contact = await db.Contacts.RequiredAsync(id, cancellation);
        member.MayDelete(contact.OwnerId);
        Stamp.MustMatch(http, contact.Version, () => ContactAnswer.Of(contact));
        await bin.PutAsync(contact, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<ContactDetails> CheckedAsync(RecordBody body, ContactDetails before, AppDb db, CancellationToken cancellation)
    {
        var details = body.Onto(before);
        await body.Found(details.Check()).RefersToMemberAsync(db, "/owner_id", details.OwnerId, cancellation);
        (await body.RefersToRecordAsync(db, RecordKind.Account, "/account_id", details.AccountId, cancellation)).Throw();
        return details;
    }

    private static Ok<ContactAnswer> Answer(Contact contact, HttpContext http)
    {
        Stamp.Show(http, contact.Version);
        return TypedResults.Ok(ContactAnswer.Of(contact));
    }
}

internal sealed record ContactAnswer(
    Guid Id, string FamilyName, string? GivenName, string? FamilyNameKana, string? GivenNameKana, Guid? AccountId, IReadOnlyList<string> Emails, IReadOnlyList<string> Phones,
    string? JobTitle, Guid? OwnerId, IReadOnlyList<string> Tags, JsonElement Custom, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static ContactAnswer Of(Contact contact) => new(
        contact.Id, contact.FamilyName, contact.GivenName, contact.FamilyNameKana, contact.GivenNameKana, contact.AccountId, contact.Emails, contact.Phones,
        contact.JobTitle, contact.OwnerId, contact.Tags, CustomJson.Of(contact.Custom), contact.CreatedAt, contact.UpdatedAt);
}
