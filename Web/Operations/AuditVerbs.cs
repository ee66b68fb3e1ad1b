using System.CommandLine;
using Web.Audit;
using Web.Audit.Chain;
using Web.Data;
using Web.Tenancy;

namespace Web.Operations;

/// <summary>What an operator asks of a company's audit log.</summary>
internal static class AuditVerbs
{
    public static Command Verb()
    {
        Option<string> tenant = new("--tenant") { Description = "The company's subdomain.", Required = true };
        Option<string?> expect = new("--expect") { Description = "The end that an earlier look printed (position:hash); the chain must still go through it." };
        var verify = new Command("verify", "Look a company's audit chain through: the first broken entry is named, the unsealed are counted. The exit code is 0 when it holds.") { tenant, expect };
        verify.SetAction(async (said, cancellation) =>
        {
            var slug = said.GetRequiredValue(tenant);
            var builder = CommandLine.BuilderOf([]);
            await using var database = await CommandLine.DatabaseOf(builder, cancellation);
            builder.Services.AddData(database).AddTenancy(builder.Configuration).AddAudit();
            await using var app = builder.Build(); // never started: no worker and no listener of its own
            if (await VerifyAsync(app.Services, slug, said.GetValue(expect), cancellation) is not { } report) throw new StartRefusedException($"There is no company at {slug}.");
            await Console.Out.WriteLineAsync(Sentence(slug, report));
            return report.Holds ? 0 : 2;
        });
        return new Command("audit", "The audit log of a company.") { verify };
    }

    /// <returns>Null: there is no such company.</returns>
    internal static async Task<ChainReport?> VerifyAsync(IServiceProvider services, string slug, string? expected, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<TenantDirectory>().FindAsync(slug, cancellation) is not { } tenant) return null;
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        await using var work = await scope.ServiceProvider.GetRequiredService<AppDb>().BeginAsync(readOnly: true, cancellation);
        return await scope.ServiceProvider.GetRequiredService<ChainCheck>().RunAsync(expected, cancellation);
    }

    internal static string Sentence(string slug, ChainReport report) =>
        (report.First is { } fault ? $"The audit chain of {slug} is BROKEN: {fault}." : $"The audit chain of {slug} holds.")
        + FormattableString.Invariant($" Sealed: {report.Sealed}; erased by rule: {report.Erased}; not sealed yet: {report.Unsealed}; end: {report.Head}");
}
