using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Web.Tests.PlantedFaults;

/// <summary>A middleware before all others.</summary>
internal sealed class First(Func<HttpContext, RequestDelegate, Task> act) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(rest => context => act(context, rest));
        next(app);
    };
}
