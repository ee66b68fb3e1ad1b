using System.Text.Json;

namespace Web.Insights.Assistant.Models;

/// <summary>The texts about language models: notes beside an answer, and their settings.</summary>
public sealed class ModelTexts
{
    private ModelTexts()
    {
    }

    /// <summary>The last part of a key about how a call ended.</summary>
    public static string WordOf(ModelOutcome outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());
}
