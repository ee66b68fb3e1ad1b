namespace Web.Insights.Assistant.Models;

/// <summary>What a million tokens cost, in and out.</summary>
/// <param name="Currency">ISO 4217.</param>
public sealed record ModelPrice(decimal Input, decimal Output, string Currency)
{
    /// <summary>Prices are far below the smallest coin, so cost keeps eight digits.</summary>
    public decimal Of(int inputTokens, int outputTokens) => Math.Round((Input * inputTokens + Output * outputTokens) / 1_000_000m, 8);
}

/// <summary>What an answer took: the tokens of all its calls, and what they cost where a price is known.</summary>
public sealed record AnswerCost(int Tokens, decimal? Amount, string? Currency)
{
    /// <returns>Null when nobody was asked.</returns>
    public static AnswerCost? Of(IReadOnlyCollection<ModelCall> calls) => calls.Count == 0 ? null : new AnswerCost(
        calls.Sum(call => call.InputTokens + call.OutputTokens), calls.Any(call => call.Cost is not null) ? calls.Sum(call => call.Cost ?? 0) : null, calls.Select(call => call.Currency).FirstOrDefault(currency => currency is not null));
}
