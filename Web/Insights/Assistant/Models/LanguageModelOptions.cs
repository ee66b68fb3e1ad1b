using Web.Data;

namespace Web.Insights.Assistant.Models;

/// <summary>The installation's own language model, if it has one, and what companies may plug in themselves.</summary>
public sealed class LanguageModelOptions
{
    public const string Section = "LanguageModel";

    /// <summary>Empty: none. Otherwise one of <see cref="ModelProviders.All"/> by its word.</summary>
    public string Provider { get; set; } = "";
    public string Endpoint { get; set; } = "";
    public string Model { get; set; } = "";
    /// <summary>From the environment or a secret store: <c>LanguageModel__ApiKey</c>.</summary>
    public string ApiKey { get; set; } = "";
    /// <summary>For the whole of a question: retries and the second try included.</summary>
    public int TimeOutSeconds { get; set; } = 12;
    public int MaxOutputTokens { get; set; } = 2000;
    public int MaxAnswerBytes { get; set; } = 262_144;
    /// <summary>About how many tokens a question may carry of data, besides the rules that are the same for all.</summary>
    public int PromptTokens { get; set; } = 6000;
    /// <summary>What a million tokens of the installation's model cost, in <see cref="Currency"/>; empty: nobody knows.</summary>
    public decimal? InputPrice { get; set; }
    public decimal? OutputPrice { get; set; }
    public string Currency { get; set; } = "USD";
    /// <summary>How many tokens of the installation's model one company may use in a month; empty is no limit.</summary>
    public long? MonthlyTokensPerCompany { get; set; }

    /// <summary>Whether companies may name a model of their own.</summary>
    public bool CompaniesMayBringTheirOwn { get; set; } = true;
    /// <summary>Lets companies name addresses without TLS. For installations of one's own only.</summary>
    public bool CompaniesMayUseHttp { get; set; }
    /// <summary>Lets companies name addresses of the private network. For installations of one's own only.</summary>
    public bool CompaniesMayUsePrivateAddresses { get; set; }
    /// <summary>The ports that companies may name; 443 and 8443 when none are given. "*" opens all.</summary>
    public string CompanyPorts { get; set; } = "443,8443";

    public bool IsSet => Provider.Length > 0;

    public ModelPrice? Price => InputPrice is null && OutputPrice is null ? null : new ModelPrice(InputPrice ?? 0, OutputPrice ?? 0, Currency);

    public IReadOnlySet<int> Ports => CompanyPorts.Trim() == "*" ? Enumerable.Range(1, 65535).ToHashSet()
        : CompanyPorts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(port => int.TryParse(port, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1).ToHashSet();

    /// <exception cref="StartRefusedException">The message names the setting and says what to do.</exception>
    public void MustFit()
    {
        Within(nameof(TimeOutSeconds), TimeOutSeconds, 2, 20);
        Within(nameof(MaxOutputTokens), MaxOutputTokens, 100, 32_000);
        Within(nameof(MaxAnswerBytes), MaxAnswerBytes, 4_096, 4_194_304);
        Within(nameof(PromptTokens), PromptTokens, 1_000, 200_000);
        if (InputPrice is < 0 or > 1_000_000) throw Refuse(nameof(InputPrice), "must be from 0 to 1000000, for a million tokens");
        if (OutputPrice is < 0 or > 1_000_000) throw Refuse(nameof(OutputPrice), "must be from 0 to 1000000, for a million tokens");
        if (Currency.Length != 3 || Currency.Any(c => c is < 'A' or > 'Z')) throw Refuse(nameof(Currency), "must be the three letters of a currency, such as USD");
        if (MonthlyTokensPerCompany is <= 0) throw Refuse(nameof(MonthlyTokensPerCompany), "must be more than 0, or absent");
        if (Ports.Count == 0 || Ports.Any(port => port is < 1 or > 65535)) throw Refuse(nameof(CompanyPorts), "must be port numbers with commas between them, or *");
        if (!IsSet) return;
        if (ModelProviders.Find(Provider) is not { } provider) throw Refuse(nameof(Provider), $"must be one of {string.Join(", ", ModelProviders.All.Select(p => p.Word))}");
        if (Model.Length == 0) throw Refuse(nameof(Model), "is missing: name the model that should answer");
        if (provider.NeedsKey && ApiKey.Length == 0) throw Refuse(nameof(ApiKey), "is missing: set it in the environment");
        var endpoint = Endpoint.Length > 0 ? Endpoint : provider.UsualEndpoint ?? throw Refuse(nameof(Endpoint), "is missing: this provider gives every customer an address of their own");
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
            throw Refuse(nameof(Endpoint), "must be an http or https address without a user name in it");
    }

    private static void Within(string name, int value, int least, int most)
    {
        if (value < least || value > most) throw Refuse(name, $"must be from {least} to {most}");
    }

    private static StartRefusedException Refuse(string name, string what) => new($"{Section}__{name} {what} (docs/operations.md).");
}
