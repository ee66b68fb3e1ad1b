using Microsoft.Extensions.Localization;
using Web.Api;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>The form of a deal with what it offers and what is wrong with it.</summary>
/// <param name="Summary">One sentence about the whole, when it could not be saved.</param>
public sealed record DealFormView(
    DealForm Form, StageMap Stages, People People, string Currency, string Action, string Back, bool Closed, IReadOnlyDictionary<string, string> Errors, string? Summary = null)
{
    public string? ErrorOf(string field) => Errors.GetValueOrDefault(field);

    internal static IReadOnlyDictionary<string, string> Sentences(RefusalException refusal, IStringLocalizer<ApiTexts> texts) =>
        refusal.Faults.GroupBy(fault => fault.Field).ToDictionary(same => same.Key, same => Problem.Say(texts, same.First().Code, same.First().Arguments));
}
