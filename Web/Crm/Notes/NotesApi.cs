using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Notes;

internal static class NotesApi
{
    private static readonly Listing<Note> Listing = new Listing<Note>(note => note.Id, "-created_at").By("created_at", note => note.CreatedAt);
    private static readonly Filters<Note> Filters = new Filters<Note>().Id("author", note => note.AuthorId).Time("created_at", note => note.CreatedAt);

    public static void MapNotes(this IEndpointRouteBuilder api)
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var about = api.MapGroup($"/{kind.ToString().ToLowerInvariant()}s/{{id:guid}}/notes").WithTags("Notes").Requires(Permission.CrmRead);
            about.MapGet("", (Guid id, [AsParameters] ListRequest request, HttpRequest http, AppDb db, CancellationToken cancellation) => ListAsync(kind, id, request, http, db, cancellation))
                .WithSummary($"List the notes of {kind.Named()}");
            about.MapPost("", (Guid id, JsonElement body, Moment now, AppDb db, CancellationToken cancellation) => WriteAsync(kind, id, body, now, db, cancellation))
                .Requires(Permission.CrmWrite).Accepts<NoteBody>("application/json").WithSummary($"Write a note about {kind.Named()}");
        }
    }

    private static async Task<Ok<Page<NoteAnswer>>> ListAsync(RecordKind kind, Guid id, ListRequest request, HttpRequest http, AppDb db, CancellationToken cancellation)
    {
        await db.MustBeThereAsync(kind, id, cancellation);
        var (rows, next, total) = await Listing.ReadAsync(Filters.Apply(db.Notes.AsNoTracking().About(id), http.Query), request, cancellation);
        return TypedResults.Ok(new Page<NoteAnswer>([.. rows.Select(NoteAnswer.Of)], next, total));
    }

    private static async Task<Created<NoteAnswer>> WriteAsync(RecordKind kind, Guid id, JsonElement body, Moment now, AppDb db, CancellationToken cancellation)
    {
        var record = await db.RecordAsync(kind, id, cancellation);
        var sent = new RecordBody(body);
        var text = sent.Onto(new NoteBody()).Body;
        sent.Found(new Check().Required("body", text).NoLonger("body", text, 20_000)).Throw();
        var note = db.Notes.Add(Note.Write(kind, id, text, now)).Entity;
        record.Touch(now);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/{kind.ToString().ToLowerInvariant()}s/{id}/notes", NoteAnswer.Of(note));
    }
}

internal sealed record NoteBody
{
    public string? Body { get; init; }
}

internal sealed record NoteAnswer(Guid Id, string Body, RecordKind Entity, Guid EntityId, Guid? AuthorId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static NoteAnswer Of(Note note) => new(note.Id, note.Body, note.Entity, note.EntityId, note.AuthorId, note.CreatedAt, note.UpdatedAt);
}
