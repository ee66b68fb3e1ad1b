using System.Diagnostics;

namespace Web.Operations;

/// <summary>
/// An address may hold the secret of a letter's link, and what a form sends a password. What the framework writes of either stays out
/// of the log, however much an operator asks to see: its lines, and the address that it hangs on every line of a request.
/// </summary>
internal static class QuietAddresses
{
    private static readonly string[] Tellers = ["Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.StaticFiles", "Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageActionInvoker"];

    public static IServiceCollection AddQuietAddresses(this IServiceCollection services)
    {
        ActivitySource.AddActivityListener(Requests);
        return services.PostConfigure<LoggerFilterOptions>(options =>
        {
            foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
            {
                foreach (var teller in Tellers) options.Rules.Add(new LoggerFilterRule(provider, teller, LogLevel.Warning, filter: null));
                options.Rules.Add(new LoggerFilterRule(provider, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None, filter: null));
            }
        });
    }

    /// <summary>Without those lines nobody would ask for a request's number, which its answer and each line of the log carry.</summary>
    private static ActivityListener Requests { get; } = new()
    {
        ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
    };
}
