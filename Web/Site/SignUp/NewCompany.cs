using Npgsql;
using Web.Access;
using Web.Access.Passwords;
using Web.Access.Seats;
using Web.Access.SignIn;
using Web.Access.Start;
using Web.Audit;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Site.SignUp;

/// <summary>
/// Makes a company from what was typed, whole or not at all: its row, its owner, what it starts with, the letter with the
/// proof, and the order to erase it should nobody open that letter, in one transaction.
/// </summary>
internal sealed class NewCompany(
    AppDb db, TenantScope scope, PasswordChange password, Addresses addresses, ProofLetter proof, SignInTurns turns, TenantDirectory directory, IEnumerable<IFurnishes> furnishings, ISampleData sample, TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <returns>The company, still unproven.</returns>
    /// <exception cref="RefusalException">422 with every fault by field; 429.</exception>
    public async Task<Tenant> MakeAsync(SignUpForm form, string locale, CancellationToken cancellation)
    {
        List<Fault> faults = [.. form.Faults()];
        if (FaultOf(await addresses.StateAsync(form.Slug, cancellation)) is { } fault) faults.Add(fault);
        if (faults is not []) throw RefusalException.Invalid(faults);
        if (await turns.OfNetworkAsync("sign-up", 10, TimeSpan.FromHours(1), cancellation) is { } wait) throw RefusalException.TooMany(wait);
        var hashed = await password.HashAsync(form.Password!, cancellation);
        var tenant = TenantOf(form, locale);
        scope.Enter(tenant.Id);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        try
        {
            await db.AddTenantAsync(tenant, cancellation);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw RefusalException.Invalid(FaultOf(AddressState.Taken)!); // by somebody else at this very moment
        }
        await MoveInAsync(tenant, form, hashed, locale, cancellation);
        await work.CommitAsync(cancellation);
        directory.Forget(tenant.Id); // that there was nobody of this name
        return tenant;
    }

    internal static Fault? FaultOf(AddressState state) => state switch
    {
        AddressState.Empty => new Fault("slug", "required"),
        AddressState.Malformed => new Fault("slug", "slug_malformed"),
        AddressState.Reserved => new Fault("slug", "slug_reserved"),
        AddressState.Taken => new Fault("slug", "slug_taken"),
        _ => null,
    };

    private async Task MoveInAsync(Tenant tenant, SignUpForm form, string hashed, string locale, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var owner = Member.Join(form.Email!, form.Name!, Role.Owner, null, now);
        owner.PasswordHash = hashed;
        owner.Prefer(locale, "system");
        db.Members.Add(owner);
        (await Seating.HoldAsync(db, now, cancellation)).Give(owner);
        db.GuidedStarts.Add(GuidedStart.Begin(now));
        foreach (var furnishing in furnishings) furnishing.Furnish(db, tenant, now);
        if (form.Sample) sample.Order(db, now);
        db.Note(now, "tenant.signed_up", "tenant", owner.Id);
        await db.SaveChangesAsync(cancellation);
        await proof.PostAsync(tenant, owner, now, cancellation);
        db.OrderErasure(now + Patience + Slack, now);
        await db.SaveChangesAsync(cancellation);
    }

    private static Tenant TenantOf(SignUpForm form, string locale)
    {
        var (zone, currency, fiscal) = locale == "ja" ? ("Asia/Tokyo", "JPY", 4) : (TimeZones.IsKnown(form.TimeZone) ? form.TimeZone! : TimeZones.Utc, "USD", 1); // the browser's own, in English; it says nothing that must be believed
        return new Tenant(Guid.CreateVersion7(), form.Slug!, form.Company!, TenantStatus.Unproven, locale, zone, currency, fiscal, "trial", "#23498a", Demo: false);
    }
}
