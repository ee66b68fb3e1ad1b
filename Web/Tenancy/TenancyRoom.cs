using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Web.Data;

namespace Web.Tenancy;

public static class TenancyRoom
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Who a request is for, by its address.</summary>
    public static IServiceCollection AddTenancy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TenancyOptions>().Bind(configuration.GetSection("Tenancy"))
            .PostConfigure(options => options.BaseDomain = options.BaseDomain is "" ? DefaultDomain(configuration) : options.BaseDomain);
        services.AddSingleton<TenantDirectory>();
        services.AddSingleton<IListens>(provider => provider.GetRequiredService<TenantDirectory>());
        services.AddScoped<EnteredTenant>();
        services.AddSingleton<TenantLinks>().AddSingleton<Mail.ILetterheads, TenantLetterheads>();
        services.AddOptions<ForwardedHeadersOptions>().Configure(forwarded => TrustOnly(forwarded, KnownProxies(configuration)));
        return services;
    }

    /// <summary>Forwarded headers count only from the proxies that were configured; none by default, loopback included.</summary>
    public static IApplicationBuilder UseCallersAddress(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.ForwardedHeaders is ForwardedHeaders.None ? app : app.UseForwardedHeaders();

    public static IApplicationBuilder UseTenantDoor(this IApplicationBuilder app) => app.UseMiddleware<TenantDoor>();

    private static string[] KnownProxies(IConfiguration configuration) => configuration.GetSection("Tenancy:KnownProxies").Get<string[]>() ?? [];

    private static void TrustOnly(ForwardedHeadersOptions forwarded, string[] proxies)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        forwarded.ForwardedHeaders = proxies is [] ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
    }

    private static string DefaultDomain(IConfiguration configuration)
    {
        var url = (configuration["urls"] ?? DefaultUrl).Split(';')[0].Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && !uri.IsDefaultPort ? $"localhost:{uri.Port}" : "localhost";
    }
}
