namespace Web.Operations;

/// <summary>An address may hold the secret of a letter's link, and what a form sends a password. What the framework writes of either stays out of the log, however much an operator asks to see.</summary>
internal static class QuietAddresses
{
    private static readonly string[] Tellers = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.StaticFiles", "Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageActionInvoker"];

    public static IServiceCollection AddQuietAddresses(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
            foreach (var teller in Tellers) options.Rules.Add(new LoggerFilterRule(provider, teller, LogLevel.Warning, filter: null));
    });
}
