using Microsoft.Extensions.Localization;
using Web.Api;
using Web.Kernel;

namespace Web.Insights.Saved;

/// <summary>A saved chart's title and description as they are typed: in a dialog, or on a page of its own without script.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Back">Where one gets by not sending it.</param>
/// <param name="Replaceable">The saved chart that may be drawn anew in place of saving another.</param>
public sealed record ChartForm(string Heading, string Action, string Back, string? Title, string? Description, (Guid Id, string Title)? Replaceable = null)
{
    private IReadOnlyDictionary<string, string> errors = new Dictionary<string, string>();

    public string? ErrorOf(string field) => errors.GetValueOrDefault(field);

    /// <summary>The same form with what is wrong said beside each field.</summary>
    public ChartForm With(RefusalException refusal, IStringLocalizer<ApiTexts> sentences) => this with
    {
        errors = refusal.Faults.GroupBy(fault => fault.Field).ToDictionary(of => of.Key, of => of.First().Message ?? Problem.Say(sentences, of.First().Code, of.First().Arguments)),
    };
}
