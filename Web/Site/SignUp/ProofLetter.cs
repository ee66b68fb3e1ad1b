using Web.Access;
using Web.Access.Links;
using Web.Data;
using Web.Mail;
using Web.Tenancy;

namespace Web.Site.SignUp;

/// <summary>Asks an owner to show that the address is theirs.</summary>
internal sealed class ProofLetter(AppDb db, TenantLinks links)
{
    public const string Purpose = "prove_address";
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>In the unit of work that is open; an earlier link ends.</summary>
    public async Task PostAsync(Tenant tenant, Member owner, DateTimeOffset now, CancellationToken cancellation)
    {
        var token = await db.IssueLinkAsync(owner.Id, Purpose, Life, now, cancellation);
        db.Post(Letter.To(owner.Email, owner.Locale ?? tenant.Locale).About<SiteTexts>("Letter.Proof", owner.Name, tenant.Name, links.To(tenant, "/").Authority)
            .Opening(links.To(tenant, "/prove-address", ("token", token))).UsefulFor(Life), now);
    }
}
