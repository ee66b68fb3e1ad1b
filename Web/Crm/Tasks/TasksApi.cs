using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Api;
using Web.Crm.Bin;
using Web.Data;
using Web.Kernel;
using static Web.Api.JsonColumn;

namespace Web.Crm.Tasks;

internal static class TasksApi
{
    private static readonly DateOnly Undated = new(9999, 12, 31);

    private static readonly Listing<TaskItem> Listing = new Listing<TaskItem>(task => task.Id, LatestRecords.Order)
        .By("updated_at", task => task.UpdatedAt).By("created_at", task => task.CreatedAt).By("due_on", task => task.DueOn ?? Undated).By("title", task => task.Title);

    private static readonly LatestRecords Latest = new("tasks",
        Id("id"), Text("title"), Day("due_on"), Text("priority"), Id("assignee_id"), Time("done_at"), Text("entity"), Id("entity_id"),
        Id("owner_id"), Texts("tags"), CustomJson.Column, Time("created_at"), Time("updated_at"));

    private static readonly Filters<TaskItem> Filters = new Filters<TaskItem>()
        .Id("assignee", task => task.AssigneeId).Id("owner", task => task.OwnerId).Id("entity_id", task => task.EntityId)
        .Day("due", task => task.DueOn).Day("due_on", task => task.DueOn).OneOf("priority", task => task.Priority)
        .Truth("done", (tasks, done) => done ? tasks.Done() : tasks.Undone()).Time("created_at", task => task.CreatedAt).Time("updated_at", task => task.UpdatedAt);

    public static void MapTasks(this IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks").Requires(Permission.CrmRead);
        tasks.MapGet("", ListAsync).Produces<Page<TaskAnswer>>().WithSummary("List tasks");
        tasks.MapGet("/{id:guid}", ReadAsync).WithSummary("Read a task");
        tasks.MapPost("", PlanAsync).Requires(Permission.CrmWrite).Accepts<TaskBody>("application/json").WithSummary("Add a task");
        tasks.MapPatch("/{id:guid}", ChangeAsync).Requires(Permission.CrmWrite).Accepts<TaskBody>("application/json").WithSummary("Change a task; done_at completes or reopens it");
        tasks.MapDelete("/{id:guid}", BinAsync).Requires(Permission.CrmDeleteOwn).WithSummary("Put a task in the bin");
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var about = api.MapGroup($"/{kind.ToString().ToLowerInvariant()}s/{{id:guid}}/tasks").WithTags("Tasks").Requires(Permission.CrmRead);
            about.MapGet("", (Guid id, [AsParameters] ListRequest request, HttpRequest http, AppDb db, CancellationToken cancellation) => ListOfAsync(kind, id, request, http, db, cancellation))
                .WithSummary($"List the tasks of {kind.Named()}");
            about.MapPost("", (Guid id, JsonElement body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation) => PlanForAsync(kind, id, body, now, http, db, cancellation))
                .Requires(Permission.CrmWrite).Accepts<TaskBody>("application/json").WithSummary($"Add a task to {kind.Named()}");
        }
    }

    private static async Task<IResult> ListAsync([AsParameters] ListRequest request, HttpRequest http, AppDb db, CancellationToken cancellation) =>
        LatestRecords.IsWanted(request, http.Query) ? await Latest.ReadAsync(db, request, cancellation) : await PageAsync(db.Tasks.AsNoTracking(), request, http, cancellation);

    private static async Task<Ok<Page<TaskAnswer>>> ListOfAsync(RecordKind kind, Guid id, ListRequest request, HttpRequest http, AppDb db, CancellationToken cancellation)
    {
        await db.MustBeThereAsync(kind, id, cancellation);
        return await PageAsync(db.Tasks.AsNoTracking().About(id), request, http, cancellation);
    }

    private static async Task<Ok<TaskAnswer>> ReadAsync(Guid id, HttpContext http, AppDb db, CancellationToken cancellation) =>
        Answer(await db.Tasks.AsNoTracking().RequiredAsync(id, cancellation), http);

    private static Task<Created<TaskAnswer>> PlanAsync(JsonElement body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation) =>
        AddAsync(new TaskBody { OwnerId = now.By, AssigneeId = now.By }, body, now, http, db, cancellation);

    private static async Task<Created<TaskAnswer>> PlanForAsync(RecordKind kind, Guid id, JsonElement body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        await db.MustBeThereAsync(kind, id, cancellation);
        return await AddAsync(new TaskBody { OwnerId = now.By, AssigneeId = now.By, Entity = kind, EntityId = id }, body, now, http, db, cancellation);
    }

    private static async Task<Created<TaskAnswer>> AddAsync(TaskBody before, JsonElement body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var sent = await CheckedAsync(new RecordBody(body), before, db, cancellation);
        var task = db.Tasks.Add(TaskItem.Plan(sent.Details, now)).Entity;
        if (sent.DoneAt is not null) task.Complete(now);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/tasks/{task.Id}", Answer(task, http).Value);
    }

    private static async Task<Ok<TaskAnswer>> ChangeAsync(Guid id, JsonElement body, Moment now, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var task = await db.Tasks.RequiredAsync(id, cancellation);
        Stamp.MustMatch(http, task.Version, () => TaskAnswer.Of(task));
        var sent = await CheckedAsync(new RecordBody(body), TaskBody.Of(task), db, cancellation);
        task.Describe(sent.Details, now);
        if (sent.DoneAt is null) task.Reopen(now);
        else task.Complete(now);
        await db.SaveChangesAsync(cancellation);
        return Answer(task, http);
    }

    private static async Task<NoContent> BinAsync(Guid id, HttpContext http, CurrentMember member, AppDb db, RecordBin bin, CancellationToken cancellation)
    {
        var task = await db.Tasks.RequiredAsync(id, cancellation);
        member.MayDelete(task.OwnerId);
        Stamp.MustMatch(http, task.Version, () => TaskAnswer.Of(task));
        await bin.PutAsync(task, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Page<TaskAnswer>>> PageAsync(IQueryable<TaskItem> tasks, ListRequest request, HttpRequest http, CancellationToken cancellation)
    {
        var (rows, next, total) = await Listing.ReadAsync(Filters.Apply(tasks, http.Query), request, cancellation);
        return TypedResults.Ok(new Page<TaskAnswer>([.. rows.Select(TaskAnswer.Of)], next, total));
    }

    private static async Task<TaskBody> CheckedAsync(RecordBody body, TaskBody before, AppDb db, CancellationToken cancellation)
    {
        var sent = body.Onto(before);
        body.Found(sent.Details.Check());
        await body.RefersToMemberAsync(db, "/owner_id", sent.OwnerId, cancellation);
        await body.RefersToMemberAsync(db, "/assignee_id", sent.AssigneeId, cancellation);
        (await body.RefersToRecordAsync(db, sent.Entity, "/entity_id", sent.EntityId, cancellation)).Throw();
        return sent;
    }

    private static Ok<TaskAnswer> Answer(TaskItem task, HttpContext http)
    {
        Stamp.Show(http, task.Version);
        return TypedResults.Ok(TaskAnswer.Of(task));
    }
}

/// <summary>A task as programs write it.</summary>
internal sealed record TaskBody
{
    public string? Title { get; init; }
    public DateOnly? DueOn { get; init; }
    public TaskPriority? Priority { get; init; }
    public Guid? AssigneeId { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public RecordKind? Entity { get; init; }
    public Guid? EntityId { get; init; }
    public Guid? OwnerId { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }

    internal TaskDetails Details => new() { Title = Title, DueOn = DueOn, Priority = Priority, AssigneeId = AssigneeId, Entity = Entity, EntityId = EntityId, OwnerId = OwnerId, Tags = Tags };

    internal static TaskBody Of(TaskItem task) => new()
    {
        Title = task.Title,
        DueOn = task.DueOn,
        Priority = task.Priority,
        AssigneeId = task.AssigneeId,
        DoneAt = task.DoneAt,
        Entity = task.Entity,
        EntityId = task.EntityId,
        OwnerId = task.OwnerId,
        Tags = task.Tags,
    };
}

internal sealed record TaskAnswer(
    Guid Id, string Title, DateOnly? DueOn, TaskPriority Priority, Guid? AssigneeId, DateTimeOffset? DoneAt, RecordKind? Entity, Guid? EntityId,
    Guid? OwnerId, IReadOnlyList<string> Tags, JsonElement Custom, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static TaskAnswer Of(TaskItem task) => new(
        task.Id, task.Title, task.DueOn, task.Priority, task.AssigneeId, task.DoneAt, task.Entity, task.EntityId,
        task.OwnerId, task.Tags, CustomJson.Of(task.Custom), task.CreatedAt, task.UpdatedAt);
}
