using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access.SignIn;
using Web.Data;
using Web.Tenancy;

namespace Web.Demo;

/// <summary>Makes demo companies, each whole or not at all.</summary>
internal sealed class DemoCompanies(NpgsqlDataSource source, TenantEntrance entrance, PasswordHash passwords, TimeProvider time)
{
    private const int Portion = 1500;

    private readonly DbContextOptions<AppDb> options = new DbContextOptionsBuilder<AppDb>().UseNpgsql(source).AddInterceptors(entrance, new DemoLog()).Options;

    /// <summary>Makes the recipe's company under its own name, once.</summary>
    /// <returns>False: it is there already.</returns>
    public async Task<bool> SeedAsync(DemoRecipe recipe, string password, CancellationToken cancellation) =>
        await MakeAsync(recipe, recipe.Size, TenantOf(recipe, recipe.Slug, recipe.Name), password, cancellation);

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
        var scope = new TenantScope();
        scope.Enter(tenant.Id);
        await using var db = new AppDb(options);
        db.LeaseTo(scope, entrance);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        await db.EnterAsync(cancellation);
        if (await IsThereAsync(db, tenant.Slug, cancellation)) return false;
        await db.AddTenantAsync(tenant, cancellation);
        // one password for all of them, so hashing it once is enough
        var book = DemoBook.Write(recipe, size, tenant, passwords.HashPassword(null!, password), time.GetUtcNow());
        foreach (var portion in InOrder(book).SelectMany(kind => kind.Chunk(Portion)))
        {
            db.AddRange(portion);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        await work.CommitAsync(cancellation);
        return true;
    }

    /// <summary>One instance makes it, the others wait and find it there.</summary>
    private static async Task<bool> IsThereAsync(AppDb db, string slug, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({"demo " + slug}))", cancellation);
        return (await db.Database.SqlQuery<Guid>($"select tenant_id from app.find_tenant({slug}, null)").ToListAsync(cancellation)).Count > 0;
    }

    /// <summary>Kind by kind, so that nothing is written before what it refers to.</summary>
    private static IEnumerable<IEnumerable<object>> InOrder(DemoBook book) =>
        [book.Teams, book.Members, book.Pipelines, book.Accounts.Select(pair => pair.Account), book.Contacts, book.Deals, book.Tasks, book.Notes, book.Activities];
}
