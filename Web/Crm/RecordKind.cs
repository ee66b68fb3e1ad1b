using Microsoft.EntityFrameworkCore;
using Web.Crm.Accounts;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;

namespace Web.Crm;

/// <summary>The records that notes, tasks and activities can hang on.</summary>
public enum RecordKind { Account, Contact, Deal }

public static class RecordKinds
{
    internal static string Named(this RecordKind kind) => kind == RecordKind.Account ? "an account" : $"a {kind.ToString().ToLowerInvariant()}";

    /// <exception cref="RefusalException">404: there is no such record.</exception>
    public static async Task<CrmRecord> RecordAsync(this AppDb db, RecordKind kind, Guid id, CancellationToken cancellation) => kind switch
    {
        RecordKind.Account => await db.Accounts.RequiredAsync(id, cancellation),
        RecordKind.Contact => await db.Contacts.RequiredAsync(id, cancellation),
        _ => await db.Deals.RequiredAsync(id, cancellation),
    };

    /// <exception cref="RefusalException">404: there is no such record.</exception>
    public static async Task MustBeThereAsync(this AppDb db, RecordKind kind, Guid id, CancellationToken cancellation)
    {
        if (!await db.IdsOf(kind).ContainsAsync(id, cancellation)) throw RefusalException.NotFound();
    }
}
