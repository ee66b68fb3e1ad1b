using System.CommandLine;
using Npgsql;
using Web.Access;
using Web.Access.Passwords;
using Web.Access.Seats;
using Web.Access.SignIn;
using Web.Audit;
using Web.Data;
using Web.Tenancy;

namespace Web.Operations;

/// <summary>A company and its first owner as an operator orders them; the owner's password comes by standard input, never by the command line.</summary>
internal sealed record NewTenant(string Slug, string Name, string Locale, string TimeZone, string Currency, string OwnerEmail, string OwnerName, string Password)
{
    public static Command Verb()
    {
        Option<string> Needed(string name, string what) => new(name) { Description = what, Required = true };
        Option<string> Usual(string name, string what, string usual) => new(name) { Description = what, DefaultValueFactory = _ => usual };
        var (slug, name) = (Needed("--slug", "Its subdomain."), Needed("--name", "What it is called."));
        var (email, person) = (Needed("--owner-email", "Whom its first owner signs in as."), Needed("--owner-name", "The owner's name."));
        var (locale, zone, currency) = (Usual("--locale", "ja or en.", "ja"), Usual("--time-zone", "Where its days begin.", "Asia/Tokyo"), Usual("--currency", "In ISO 4217.", "JPY"));
        var create = new Command("create", "Make a company with one owner, whose password is the first line of standard input.") { slug, name, email, person, locale, zone, currency };
        create.SetAction(async (said, cancellation) =>
        {
            var password = await Console.In.ReadLineAsync(cancellation) ?? "";
            var order = new NewTenant(
                said.GetRequiredValue(slug), said.GetRequiredValue(name), said.GetRequiredValue(locale), said.GetRequiredValue(zone), said.GetRequiredValue(currency),
                said.GetRequiredValue(email), said.GetRequiredValue(person), password);
            return await order.CarryOutAsync(cancellation);
        });
        return new Command("tenant", "Companies of this installation.") { create };
    }

    /// <summary>What is wrong with the order, in words for the operator; null when nothing is.</summary>
    internal string? Fault() =>
        !Kernel.Slug.IsValid(Slug) || Kernel.Slug.IsReserved(Slug) ? "--slug must be 2 to 40 lower-case letters, digits and single hyphens, and no name that the installation keeps for itself."
        : Name.Trim().Length is 0 or > 200 ? "--name must be 1 to 200 characters."
        : Locale is not ("ja" or "en") ? "--locale must be ja or en."
        : !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? $"--time-zone {TimeZone} is not known here; it must be a name such as Asia/Tokyo."
        : Currency.Length != 3 || !Currency.All(char.IsAsciiLetterUpper) ? "--currency must be three capital letters, for instance JPY."
        : !System.Net.Mail.MailAddress.TryCreate(OwnerEmail, out var address) || address.Address != OwnerEmail || OwnerEmail.Length > 254 ? "--owner-email must be an e-mail address."
        : OwnerName.Trim().Length is 0 or > 200 ? "--owner-name must be 1 to 200 characters."
        : PasswordPolicy.FaultOf("password", Password, OwnerEmail, OwnerName, Name, Slug) is { } fault ? $"The first line of standard input must be the owner's password. {Say(fault)}"
        : null;

    private static string Say(Kernel.Fault fault) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, new System.Resources.ResourceManager(typeof(Api.ApiTexts)).GetString(fault.Code, System.Globalization.CultureInfo.InvariantCulture)!, fault.Arguments);

    /// <returns>False: a company of that name is there already.</returns>
    internal async Task<bool> MakeAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var (directory, time) = (services.GetRequiredService<TenantDirectory>(), services.GetRequiredService<TimeProvider>());
        if (await directory.FindAsync(Slug, cancellation) is not null) return false;
        var tenant = new Tenant(Guid.CreateVersion7(), Slug, Name.Trim(), TenantStatus.Active, Locale, TimeZone, Currency, 4, "trial", "#23498a", Demo: false);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        try
        {
            await db.AddTenantAsync(tenant, cancellation);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false; // by somebody else at this very moment
        }
        var owner = Member.Join(OwnerEmail, OwnerName.Trim(), Role.Owner, null, time.GetUtcNow());
        owner.PasswordHash = services.GetRequiredService<PasswordHash>().HashPassword(owner, Password);
        db.Members.Add(owner);
        (await Seating.HoldAsync(db, time.GetUtcNow(), cancellation)).Give(owner);
        foreach (var furnishing in services.GetServices<IFurnishes>()) furnishing.Furnish(db, tenant, time.GetUtcNow());
        db.Note(time.GetUtcNow(), "tenant.created", "tenant", description: "By the operator.");
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return true;
    }

    private async Task<int> CarryOutAsync(CancellationToken cancellation)
    {
        if (Fault() is { } fault) throw new StartRefusedException(fault);
        var builder = CommandLine.BuilderOf([]);
        await using var database = await CommandLine.DatabaseOf(builder, cancellation);
        builder.Services.AddData(database).AddTenancy(builder.Configuration).AddAudit().AddAccess(builder.Configuration).AddSingleton<IFurnishes, Crm.Deals.FirstPipeline>();
        await using var app = builder.Build(); // never started: no worker and no listener of its own
        if (!await MakeAsync(app.Services, cancellation)) throw new StartRefusedException($"There is a company at {Slug} already.");
        await Console.Out.WriteLineAsync($"{Name.Trim()} is at {app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<TenancyOptions>>().Value.AddressOf(Slug)}; {OwnerEmail} may sign in.");
        return 0;
    }
}
