using Microsoft.Extensions.Options;
using Web.Data;

namespace Web.Insights.Superset;

/// <summary>A Superset that is configured wrongly stops the start, in words for the operator.</summary>
internal sealed class SupersetOptionsCheck : IValidateOptions<SupersetOptions>
{
    public ValidateOptionsResult Validate(string? name, SupersetOptions options) =>
        options.Fault() is { } fault ? throw new StartRefusedException(fault) : ValidateOptionsResult.Success;
}
