using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Web.Data;
using Web.Insights.Assistant.Models;
using Web.Tenancy;

namespace Web.Tests.Insights.Assistant.Models;

/// <summary>What an operator may set, and what a company may name.</summary>
public sealed class LanguageModelOptionsTests
{
    [Theory]
    [InlineData("Provider", "chatty", "one of")]
    [InlineData("Model", "", "Model")]
    [InlineData("ApiKey", "", "ApiKey")]
    [InlineData("Endpoint", "ftp://models", "Endpoint")]
    [InlineData("Endpoint", "https://user:pw@models.example.com", "Endpoint")]
    [InlineData("TimeOutSeconds", "90", "from 2 to 20")]
    [InlineData("MaxAnswerBytes", "1", "MaxAnswerBytes")]
    [InlineData("MonthlyTokensPerCompany", "0", "more than 0")]
    [InlineData("CompanyPorts", "443;80", "CompanyPorts")]
    public void A_start_with_a_wrong_setting_is_refused_by_its_name(string name, string value, string said)
    {
        Dictionary<string, string?> settings = new() { ["LanguageModel:Provider"] = "openai", ["LanguageModel:Model"] = "m", ["LanguageModel:ApiKey"] = "sk-canary-of-the-operator" };
        settings[$"LanguageModel:{name}"] = value;
        var refused = Assert.Throws<StartRefusedException>(() => new ServiceCollection().AddLanguageModels(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"LanguageModel__{name}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai", "", "sk", null)]
    [InlineData("anthropic", "", "sk", null)]
    [InlineData("gemini", "", "sk", null)]
    [InlineData("ollama", "", "", null)]
    [InlineData("vllm", "http://10.0.0.5:8000/v1", "", null)]
    [InlineData("azure_openai", "https://ours.openai.azure.com/openai/v1/", "sk", null)]
    [InlineData("azure_openai", "", "sk", "Endpoint")]
    [InlineData("", "", "", null)]
    public void Three_settings_plug_in_each_provider(string provider, string endpoint, string key, string? missing)
    {
        var options = new LanguageModelOptions { Provider = provider, Endpoint = endpoint, Model = "m", ApiKey = key };
        if (missing is null) options.MustFit();
        else Assert.Contains(missing, Assert.Throws<StartRefusedException>(options.MustFit).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.example.com/v1", null)]
    [InlineData("https://api.example.com:8443/v1", null)]
    [InlineData("https://8.8.8.8/v1", null)]
    [InlineData("", "required")]
    [InlineData("api.example.com/v1", "endpoint_not_an_address")]
    [InlineData("file:///etc/passwd", "endpoint_not_an_address")]
    [InlineData("gopher://example.com/", "endpoint_not_an_address")]
    [InlineData("http://api.example.com/v1", "endpoint_not_https")]
    [InlineData("https://api.example.com@127.0.0.1/v1", "endpoint_not_plain")]
    [InlineData("https://api.example.com/v1?key=1", "endpoint_not_plain")]
    [InlineData("https://api.example.com/v1#x", "endpoint_not_plain")]
    [InlineData("https://api.example.com:5432/v1", "endpoint_port")]
    [InlineData("https://api.example.com:6379/v1", "endpoint_port")]
    [InlineData("https://127.0.0.1/v1", "endpoint_not_public")]
    [InlineData("https://2130706433/v1", "endpoint_not_public")]
    [InlineData("https://0x7f.1/v1", "endpoint_not_public")]
    [InlineData("https://0177.0.0.1/v1", "endpoint_not_public")]
    [InlineData("https://[::1]/v1", "endpoint_not_public")]
    [InlineData("https://[::ffff:10.0.0.1]/v1", "endpoint_not_public")]
    [InlineData("https://[fd00::1]/v1", "endpoint_not_public")]
    [InlineData("https://169.254.169.254/latest/meta-data", "endpoint_not_public")]
    [InlineData("https://localhost/v1", "endpoint_not_public")]
    [InlineData("https://localhost./v1", "endpoint_not_public")]
    [InlineData("https://db.internal/v1", "endpoint_not_public")]
    [InlineData("https://printer.local/v1", "endpoint_not_public")]
    [InlineData("https://intranet/v1", "endpoint_not_public")]
    [InlineData("https://acme.tsumugi.example/v1", "endpoint_not_public")]
    [InlineData("https://TSUMUGI.example./v1", "endpoint_not_public")]
    public void A_company_names_public_addresses_only(string address, string? fault) =>
        Assert.Equal(fault, Rules(new LanguageModelOptions()).Read(address, out _));

    [Fact]
    public void An_operator_may_open_the_private_network() =>
        Assert.Null(Rules(new LanguageModelOptions { CompaniesMayUseHttp = true, CompaniesMayUsePrivateAddresses = true, CompanyPorts = "11434" }).Read("http://ollama:11434/v1", out _));

    private static EndpointRules Rules(LanguageModelOptions options) => new(Options.Create(options), Options.Create(new TenancyOptions { BaseDomain = "tsumugi.example:8443" }));
}
