using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access.Teams;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Company;

/// <summary>What a company says of itself, for programs.</summary>
internal static class OrganizationApi
{
    private static readonly string[] Fixed = ["id", "slug", "plan_type", "created_at"];

    public static void MapOrganization(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/tenant/organization").WithTags("Organization").Requires(Permission.UsersRead);
        one.MapGet("", ReadAsync).WithSummary("The company: how it counts, how it looks, and what it asks of a sign-in");
        one.MapPatch("", ChangeAsync).Requires(Permission.SettingsManage).Accepts<OrganizationChange>("application/json").WithMetadata(new OwnWorkAttribute())
            .WithSummary("Change it; what is absent stays as it is. The security policy needs a proof of ten minutes at most");
    }

    private static async Task<OrganizationAnswer> ReadAsync(HttpContext http, AppDb db, CancellationToken cancellation)
    {
        var (company, rules) = (await db.CompanyAsync(hold: false, cancellation), await db.SecurityRules.AsNoTracking().SingleOrDefaultAsync(cancellation));
        var answer = OrganizationAnswer.Of(company, rules ?? SecurityRules.None, await db.RecordSightAsync(cancellation));
        Stamp.Show(http, answer.Version);
        return answer;
    }

    private static async Task<OrganizationAnswer> ChangeAsync(JsonElement body, HttpContext http, AppDb db, CompanySettings settings, CurrentMember current, TimeProvider time, CancellationToken cancellation)
    {
        OrganizationAnswer? answer = null;
        await settings.ChangeAsync(async company =>
        {
            var rules = await db.SecurityRules.SingleOrDefaultAsync(cancellation);
            var sight = await db.RecordSightAsync(cancellation);
            var now = OrganizationAnswer.Of(company, rules ?? SecurityRules.None, sight);
            Stamp.MustMatch(http, now.Version, () => now);
            List<Fault> faults = [];
            var sent = OrganizationBody.Read(body, faults);
            var (facts, look) = (JsonBody.ReadOnto(sent.Facts, company.Facts with { }, faults, Fixed).Trimmed(), company.Look);
            faults.AddRange(facts.Faults("/").Where(fault => sent.Facts.TryGetProperty(fault.Field[1..], out _) && faults.All(other => other.Field != fault.Field)));
            if (sent.Branding is { } branding)
            {
                current.MustHave(Permission.BrandingManage);
                look = OrganizationBody.ReadPart(branding, "/branding", company.Look with { }, faults, "logo_url").Trimmed();
                faults.AddRange(look.Faults("/branding/").Where(fault => !(fault.Field == "/branding/colour" && look.Colour == company.Look.Colour)));
            }
            if (sent.Security is { } security)
            {
                current.MustHave(Permission.SecurityManage);
                current.MustHaveRecentProof(time.GetUtcNow());
                var policy = OrganizationBody.ReadPart(security, "/security_policy", SecurityPolicy.Of(rules ?? SecurityRules.None, sight), faults, "two_factor_since");
                faults.AddRange(await policy.FaultsAsync("/security_policy/", db, current.Id, cancellation));
                if (faults.Count == 0) await policy.ApplyAsync(db, rules, sight, time.GetUtcNow(), cancellation);
            }
            return faults.Count == 0 ? company with { Facts = facts, Look = look } : throw RefusalException.Invalid(faults);
        }, cancellation);
        await using (await db.BeginAsync(readOnly: true, cancellation)) answer = await ReadAsync(http, db, cancellation);
        return answer;
    }
}

/// <summary>The parts of what a program sends.</summary>
internal sealed record OrganizationBody(JsonElement Facts, JsonElement? Branding, JsonElement? Security)
{
    /// <exception cref="RefusalException">400: the body is no JSON object.</exception>
    public static OrganizationBody Read(JsonElement body, ICollection<Fault> faults)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new RefusalException(400, "malformed_request");
        JsonElement? Part(string name)
        {
            if (!body.TryGetProperty(name, out var part)) return null;
            if (part.ValueKind == JsonValueKind.Object) return part;
            faults.Add(new Fault("/" + name, "wrong_type"));
            return null;
        }
        var own = body.EnumerateObject().Where(part => part.Name is not ("branding" or "security_policy")).ToDictionary(part => part.Name, part => part.Value);
        return new(JsonSerializer.SerializeToElement(own), Part("branding"), Part("security_policy"));
    }

    /// <summary>Reads a part onto a copy; faults say where in the whole they are.</summary>
    public static T ReadPart<T>(JsonElement part, string where, T target, ICollection<Fault> faults, params string[] readOnly) where T : class
    {
        List<Fault> own = [];
        JsonBody.ReadOnto(part, target, own, readOnly);
        foreach (var fault in own) faults.Add(fault with { Field = where + fault.Field });
        return target;
    }
}
