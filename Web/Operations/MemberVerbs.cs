using System.CommandLine;
using Web.Access;
using Web.Access.TwoFactor;
using Web.Audit;
using Web.Data;
using Web.Tenancy;

namespace Web.Operations;

/// <summary>What an operator does for one person of a company, when nobody inside can.</summary>
internal static class MemberVerbs
{
    public static Command Verb()
    {
        Option<string> tenant = new("--tenant") { Description = "The company's subdomain.", Required = true };
        Option<string> email = new("--email") { Description = "Whom the person signs in as.", Required = true };
        var reset = new Command("reset-two-factor", "Take the second factors from somebody who lost them; their sessions end. Make sure who is asking first.") { tenant, email };
        reset.SetAction(async (said, cancellation) =>
        {
            var (slug, address) = (said.GetRequiredValue(tenant), said.GetRequiredValue(email));
            var builder = CommandLine.BuilderOf([]);
            await using var database = await CommandLine.DatabaseOf(builder, cancellation);
            builder.Services.AddData(database).AddTenancy(builder.Configuration).AddAudit().AddAccess(builder.Configuration);
            await using var app = builder.Build(); // never started: no worker and no listener of its own
            if (!await ResetAsync(app.Services, slug, address, cancellation)) throw new StartRefusedException($"There is nobody called {address} at {slug}.");
            await Console.Out.WriteLineAsync($"{address} may sign in at {slug} with the password alone, and should set up a second factor at once.");
            return 0;
        });
        return new Command("member", "People of a company.") { reset };
    }

    /// <returns>False: there is no such company, or nobody of that address in it.</returns>
    internal static async Task<bool> ResetAsync(IServiceProvider services, string slug, string email, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<TenantDirectory>().FindAsync(slug, cancellation) is not { } tenant) return false;
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        await using var work = await scope.ServiceProvider.GetRequiredService<AppDb>().BeginAsync(readOnly: false, cancellation);
        if (!await scope.ServiceProvider.GetRequiredService<FactorReset>().ByOperatorAsync(email, cancellation)) return false;
        await work.CommitAsync(cancellation);
        return true;
    }
}
