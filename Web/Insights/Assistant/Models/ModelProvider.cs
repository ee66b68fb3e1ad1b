using System.Text.Json;

namespace Web.Insights.Assistant.Models;

/// <summary>Who answers. All but Anthropic speak the form that OpenAI made common.</summary>
public enum ModelProvider
{
    OpenAi,
    AzureOpenAi,
    Gemini,
    Ollama,
    Vllm,
    Compatible,
    Anthropic,
}

public static class ModelProviders
{
    private static readonly Dictionary<ModelProvider, string> Words = Enum.GetValues<ModelProvider>().ToDictionary(
        provider => provider, provider => provider switch { ModelProvider.OpenAi => "openai", ModelProvider.AzureOpenAi => "azure_openai", _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(provider.ToString()) });

    public static IReadOnlyList<ModelProvider> All { get; } = Enum.GetValues<ModelProvider>();

    extension(ModelProvider provider)
    {
        /// <summary>As the API, the settings and the tables write it.</summary>
        public string Word => Words[provider];

        /// <summary>What it calls itself, in every language.</summary>
        public string Title => provider switch
        {
            ModelProvider.OpenAi => "OpenAI",
            ModelProvider.AzureOpenAi => "Azure OpenAI",
            ModelProvider.Vllm => "vLLM",
            ModelProvider.Compatible => "OpenAI-compatible",
            _ => provider.ToString(),
        };

        /// <summary>Where it answers when nothing else is said; null where everybody has an address of their own.</summary>
        public string? UsualEndpoint => provider switch
        {
            ModelProvider.OpenAi => "https://api.openai.com/v1",
            ModelProvider.Gemini => "https://generativelanguage.googleapis.com/v1beta/openai",
            ModelProvider.Anthropic => "https://api.anthropic.com",
            ModelProvider.Ollama => "http://localhost:11434/v1",
            ModelProvider.Vllm => "http://localhost:8000/v1",
            _ => null,
        };

        /// <summary>Those that run on one's own machines may do without a key.</summary>
        public bool NeedsKey => provider is not (ModelProvider.Ollama or ModelProvider.Vllm or ModelProvider.Compatible);
    }

    public static ModelProvider? Find(string? word)
    {
        foreach (var (provider, own) in Words)
            if (own == word) return provider;
        return null;
    }
}
