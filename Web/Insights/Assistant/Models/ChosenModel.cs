using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Web.Data;
using Web.Kernel;

namespace Web.Insights.Assistant.Models;

/// <summary>The language model that reads one company's questions.</summary>
/// <param name="OfCompany">Whether the company chose the address; then it is reached through the guard.</param>
/// <param name="Mark">Tells one setting from the next, so that a dead address is not held against its successor.</param>
public sealed record ChosenModel(
    ModelProvider Provider, Uri Endpoint, string Model, [property: System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)] string? Key, bool OfCompany, TimeSpan TimeOut, bool ShareValues, string Mark)
{
    /// <summary>Whether this month's tokens are used up.</summary>
    public bool Spent { get; init; }

    /// <summary>What its tokens cost; null when nobody said.</summary>
    public ModelPrice? Price { get; init; }

    // The key must not come along when the record is written somewhere.
    public override string ToString() => $"{Provider.Word} {Model}";
}

/// <summary>Which language model a company's questions go to, as it stands now: a change counts at the next question on every instance.</summary>
public sealed class ModelChoice(IOptions<LanguageModelOptions> options, EndpointRules rules, MasterKey master)
{
    private readonly SecretWrap wrap = new(master, "language model keys");

    public SecretWrap Wrap => wrap;

    public LanguageModelOptions Options => options.Value;

    /// <summary>The model to ask, or null when the words are read here. Needs an open unit of work; one look-up.</summary>
    public async Task<ChosenModel?> OfAsync(AppDb db, Calendar calendar, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!Options.IsSet && !Options.CompaniesMayBringTheirOwn) return null;
        var month = ModelUsage.MonthOf(calendar, now);
        var kept = await db.CompanyModels.AsNoTracking().SingleOrDefaultAsync(cancellation);
        var chosen = Of(kept, db.TenantId);
        if (chosen is null) return null;
        var budget = chosen.OfCompany ? kept!.MonthlyTokens : Least(kept?.MonthlyTokens, Options.MonthlyTokensPerCompany);
        return budget is { } most && await db.ModelTokensOfMonthAsync(month, cancellation) >= most ? chosen with { Spent = true } : chosen;
    }

    /// <summary>What a company's setting comes to; null for the embedded interpreter.</summary>
    public ChosenModel? Of(CompanyModel? kept, Guid tenant) => kept?.Source switch
    {
        ModelSource.None => null,
        ModelSource.Own => Own(kept, tenant),
        _ => OfInstallation(kept),
    };

    private ChosenModel? OfInstallation(CompanyModel? kept)
    {
        if (!Options.IsSet) return null;
        var provider = ModelProviders.Find(Options.Provider)!.Value;
        var endpoint = new Uri(Options.Endpoint.Length > 0 ? Options.Endpoint : provider.UsualEndpoint!);
        var key = Options.ApiKey.Length > 0 ? Options.ApiKey : null;
        return new ChosenModel(provider, endpoint, Options.Model, key, OfCompany: false, TimeSpan.FromSeconds(Options.TimeOutSeconds), kept?.ShareValues ?? true, "installation") { Price = Options.Price };
    }

    private ChosenModel? Own(CompanyModel kept, Guid tenant)
    {
        // The operator's rules may have become stricter since it was saved.
        if (!Options.CompaniesMayBringTheirOwn || rules.Read(kept.Endpoint, out var endpoint) is not null) return null;
        string? key;
        try
        {
            key = kept.OpenKey(wrap, tenant);
        }
        catch (CryptographicException)
        {
            return null; // wrapped under a master key that is gone; the settings page asks for it anew
        }
        return new ChosenModel(
            kept.Provider!.Value, endpoint!, kept.Model!, key, OfCompany: true, TimeSpan.FromSeconds(kept.TimeOutSeconds), kept.ShareValues,
            $"{tenant:N}/{kept.UpdatedAt.UtcTicks}")
        { Price = kept.Price };
    }

    private static long? Least(long? one, long? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);
}
