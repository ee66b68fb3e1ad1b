using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Web.Api.RateLimits;
using Web.Insights.Assistant.Models;
using Web.Insights.Superset;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.Tests.Deploy;

/// <summary>Every setting that the app reads, by the name it has in the environment: from the options classes, and from the places that ask the configuration by name.</summary>
internal static partial class Settings
{
    public static IReadOnlySet<string> Known { get; } = new[] { OfOptions<TenancyOptions>("Tenancy"), OfOptions<RateLimitOptions>("RateLimits"), OfOptions<LanguageModelOptions>(LanguageModelOptions.Section), OfOptions<SupersetOptions>("Superset"), AskedByName() }
        .SelectMany(names => names).ToHashSet(StringComparer.Ordinal);

    /// <summary><c>Tenancy__KnownProxies__0</c> is one of <c>Tenancy__KnownProxies</c>.</summary>
    public static string WithoutIndex(string name) => Index().Replace(name, "");

    private static IEnumerable<string> OfOptions<T>(string section) => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true } || typeof(IDictionary).IsAssignableFrom(property.PropertyType))
        .Select(property => $"{section}__{property.Name}");

    private static IEnumerable<string> AskedByName() => SourceTree.Files("Web", "*.cs").Select(File.ReadAllText).SelectMany(text => Asked().Matches(text))
        .Select(match => match.Groups["connection"] is { Success: true } connection ? $"ConnectionStrings__{connection.Value}" : match.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal))
        .Select(name => name == "urls" ? "ASPNETCORE_URLS" : name);

    [GeneratedRegex("""[cC]onfiguration(\[|\.GetValue\(|\.GetSection\()"(?<name>urls|\w+:\w+)"|GetConnectionString\("(?<connection>\w+)"\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"__\d+$", RegexOptions.None, 1000)]
    private static partial Regex Index();
}
