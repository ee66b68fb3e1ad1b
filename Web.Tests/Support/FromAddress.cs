using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests.Support;

/// <summary>An app whose callers come from where a test says, as the connection itself would tell; a caller who does not say comes from nowhere.</summary>
internal sealed class FromAddress : IStartupFilter
{
    public const string Header = "Test-Connection-From";

    public static TestApp App(IReadOnlyDictionary<string, string?> settings) => new(settings, services => services.AddSingleton<IStartupFilter, FromAddress>());

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, then) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers[Header], out var address) ? address : null;
            return then(context);
        });
        next(app);
    };

    public static HttpClient Of(HttpClient client, string address)
    {
        client.DefaultRequestHeaders.Remove(Header);
        client.DefaultRequestHeaders.Add(Header, address);
        return client;
    }
}
