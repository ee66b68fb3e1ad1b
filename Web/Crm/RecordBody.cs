using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Api;
using Web.Crm.Accounts;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;

namespace Web.Crm;

/// <summary>What a program sends to make or change a record, with everything that is wrong with it.</summary>
internal sealed class RecordBody(JsonElement body)
{
    private static readonly string[] ReadOnly = ["id", "created_at", "updated_at", "created_on", "weighted_amount", "author_id"];
    private readonly List<Fault> faults = [];

    /// <param name="target">A fresh copy of the record as it is.</param>
    public T Onto<T>(T target) where T : class
    {
        var rest = body;
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("custom", out var custom)) rest = WithoutCustom(custom);
        return JsonBody.ReadOnto(rest, target, faults, ReadOnly);
    }

    public RecordBody Found(Check check)
    {
        foreach (var fault in check.Faults)
            if (!faults.Exists(known => known.Field == "/" + fault.Field)) faults.Add(fault with { Field = "/" + fault.Field });
        return this;
    }

    /// <summary>What stays as it is may refer to what the caller does not see, or to whoever has left.</summary>
    public bool Sends(string pointer) => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(pointer[1..], out _);

    public async Task<RecordBody> RefersAsync(IQueryable<Guid> ids, string pointer, Guid? id, CancellationToken cancellation)
    {
        if (id is not null && (Sends(pointer) || (pointer == "/entity_id" && Sends("/entity"))) && !await ids.ContainsAsync(id.Value, cancellation)) faults.Add(new Fault(pointer, "reference_not_found"));
        return this;
    }

    public Task<RecordBody> RefersToMemberAsync(AppDb db, string pointer, Guid? id, CancellationToken cancellation) =>
        RefersAsync(db.Members.Where(member => member.DeactivatedAt == null).Select(member => member.Id), pointer, id, cancellation);

    public Task<RecordBody> RefersToRecordAsync(AppDb db, RecordKind? kind, string pointer, Guid? id, CancellationToken cancellation) =>
        kind is null ? Task.FromResult(this) : RefersAsync(db.IdsOf(kind.Value), pointer, id, cancellation);

    public void Add(string pointer, string code, params object[] arguments) => faults.Add(new Fault(pointer, code, arguments));

    /// <exception cref="RefusalException">422 with every fault.</exception>
    public void Throw()
    {
        if (faults.Count > 0) throw RefusalException.Invalid(faults);
    }

    /// <summary>Says the faults of a verb where they are in the body.</summary>
    public void Tell(Action verb)
    {
        try
        {
            verb();
        }
        catch (RefusalException refused) when (refused.Faults.Count > 0)
        {
            faults.AddRange(refused.Faults.Select(fault => fault with { Field = "/" + fault.Field }));
        }
    }

    /// <summary>Fields of a company's own are written only where they have been defined.</summary>
    private JsonElement WithoutCustom(JsonElement custom)
    {
        if (custom.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)) faults.Add(new Fault("/custom", "wrong_type"));
        else if (custom.ValueKind == JsonValueKind.Object) faults.AddRange(custom.EnumerateObject().Select(field => new Fault($"/custom/{field.Name}", "unknown_field")));
        var rest = System.Text.Json.Nodes.JsonObject.Create(body)!;
        rest.Remove("custom");
        return JsonSerializer.SerializeToElement(rest);
    }
}

internal static class RecordIds
{
    public static IQueryable<Guid> IdsOf(this AppDb db, RecordKind kind) => kind switch
    {
        RecordKind.Account => db.Accounts.Select(record => record.Id),
        RecordKind.Contact => db.Contacts.Select(record => record.Id),
        _ => db.Deals.Select(record => record.Id),
    };

    /// <summary>A record by its id; another tenant's, or one in the bin, is not there.</summary>
    /// <exception cref="RefusalException">404.</exception>
    public static async Task<T> RequiredAsync<T>(this IQueryable<T> records, Guid id, CancellationToken cancellation) where T : CrmRecord =>
        await records.SingleOrDefaultAsync(record => record.Id == id, cancellation) ?? throw RefusalException.NotFound();

    /// <summary>Everybody who may delete may delete anything; some may delete what they own.</summary>
    /// <exception cref="RefusalException">403.</exception>
    public static void MayDelete(this CurrentMember member, Guid? owner)
    {
        if (member.Can(Permission.CrmDelete) || (member.Can(Permission.CrmDeleteOwn) && owner == member.Id)) return;
        throw RefusalException.Denied(Permission.CrmDelete);
    }
}
