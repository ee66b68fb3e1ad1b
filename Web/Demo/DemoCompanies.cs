using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Seats;
using Web.Access.SignIn;
using Web.Data;
using Web.Tenancy;

namespace Web.Demo;

/// <summary>Makes demo companies, each whole or not at all.</summary>
internal sealed class DemoCompanies(IServiceScopeFactory scopes, PasswordHash passwords, TimeProvider time)
{
    /// <summary>Makes the recipe's company under its own name, once.</summary>
    /// <returns>False: it is there already.</returns>
    public Task<bool> SeedAsync(DemoRecipe recipe, string password, CancellationToken cancellation) =>
        MakeAsync(recipe, recipe.Size, TenantOf(recipe, recipe.Slug, recipe.Name), password, cancellation);

    /// <summary>Makes a small company like the recipe's, under a name of its own.</summary>
    public async Task<Tenant> MakeSmallAsync(DemoRecipe recipe, string password, CancellationToken cancellation)
    {
        while (true)
        {
            var slug = $"demo-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
            var tenant = TenantOf(recipe, slug, $"{recipe.Name} ({slug})");
            if (await MakeAsync(recipe with { Slug = slug }, DemoSize.Small, tenant, password, cancellation)) return tenant;
        }
    }

    private static Tenant TenantOf(DemoRecipe recipe, string slug, string name) => new(
        Guid.CreateVersion7(), slug, name, TenantStatus.Active, recipe.Locale, recipe.TimeZone, recipe.Currency, recipe.FiscalYearStart, "enterprise", recipe.BrandColour, Demo: true);

    private async Task<bool> MakeAsync(DemoRecipe recipe, DemoSize size, Tenant tenant, string password, CancellationToken cancellation)
    {
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        await db.EnterAsync(cancellation);
        if (await IsThereAsync(db, tenant.Slug, cancellation)) return false;
        await db.AddTenantAsync(tenant, cancellation);
        // one password for all of them, so hashing it once is enough
        await WriteAsync(db, DemoBook.Write(recipe, size, tenant, passwords.HashPassword(null!, password), time.GetUtcNow()), cancellation);
        await db.Database.ExecuteSqlAsync($"select app.refresh_statistics()", cancellation); // last, for its locks are held to the end
        await work.CommitAsync(cancellation);
        return true;
    }

    /// <summary>One instance makes it, the others wait and find it there.</summary>
    private static async Task<bool> IsThereAsync(AppDb db, string slug, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({"demo " + slug}))", cancellation);
        return (await db.Database.SqlQuery<Guid>($"select tenant_id from app.find_tenant({slug}, null)").ToListAsync(cancellation)).Count > 0;
    }

    private static async Task SeatAsync(AppDb db, IReadOnlyList<Member> members, CancellationToken cancellation)
    {
        var seats = await Seating.HoldAsync(db, members[0].CreatedAt, cancellation);
        foreach (var member in members) seats.Give(member);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Kind by kind, so that nothing is written before what it refers to.</summary>
    private static async Task WriteAsync(AppDb db, DemoBook book, CancellationToken cancellation)
    {
        await db.InsertManyAsync(book.Teams, cancellation);
        await db.InsertManyAsync(book.Members, cancellation);
        await SeatAsync(db, book.Members, cancellation);
        await db.InsertManyAsync(book.Pipelines, cancellation);
        await db.InsertManyAsync([.. book.Pipelines.SelectMany(pipeline => pipeline.Stages)], cancellation);
        await db.WriteRecordsAsync(book, cancellation);
        await db.InsertManyAsync(book.Charts, cancellation);
        await db.InsertManyAsync([.. DemoLog.Of(book)], cancellation);
    }
}

internal static class DemoRecords
{
    /// <summary>Customers, deals and what was done about them, kind by kind.</summary>
    public static async Task WriteRecordsAsync(this AppDb db, DemoBook book, CancellationToken cancellation)
    {
        await db.InsertManyAsync([.. book.Accounts.Select(pair => pair.Account)], cancellation);
        await db.InsertManyAsync(book.Contacts, cancellation);
        await db.InsertManyAsync(book.Deals, cancellation);
        await db.InsertManyAsync([.. book.Deals.SelectMany(deal => deal.History)], cancellation);
        await db.InsertManyAsync([.. book.Deals.SelectMany(deal => deal.Contacts)], cancellation);
        await db.InsertManyAsync([.. book.Deals.SelectMany(deal => deal.Lines)], cancellation);
        await db.InsertManyAsync(book.Tasks, cancellation);
        await db.InsertManyAsync(book.Notes, cancellation);
        await db.InsertManyAsync(book.Activities, cancellation);
    }
}
