using Microsoft.AspNetCore.Mvc.Filters;

namespace Web.Data;

/// <summary>
/// Opens a unit of work around a page's handler and commits it before the page is written; a GET's is read-only.
/// A handler marked <see cref="OwnWorkAttribute"/> opens its own.
/// </summary>
internal sealed class WorkAroundPageHandlers(AppDb db) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!db.Scope.IsSet || context.ActionDescriptor.EndpointMetadata.OfType<OwnWorkAttribute>().Any()
            || context.HandlerMethod?.MethodInfo.IsDefined(typeof(OwnWorkAttribute), inherit: false) == true)
        {
            await next();
            return;
        }
        await using var work = await db.BeginAsync(HttpMethods.IsGet(context.HttpContext.Request.Method), context.HttpContext.RequestAborted);
        var executed = await next();
        if (executed.Exception is null || executed.ExceptionHandled) await work.CommitAsync(context.HttpContext.RequestAborted);
    }
}

/// <summary>Opens a unit of work around an endpoint's handler; a GET's is read-only. The answer is written after the commit.</summary>
internal sealed class WorkAroundEndpoint : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var db = http.RequestServices.GetRequiredService<AppDb>();
        if (!db.Scope.IsSet || http.GetEndpoint()?.Metadata.GetMetadata<OwnWorkAttribute>() is not null) return await next(context);
        await using var work = await db.BeginAsync(HttpMethods.IsGet(http.Request.Method), http.RequestAborted);
        var result = await next(context);
        await work.CommitAsync(http.RequestAborted);
        return result;
    }
}

/// <summary>This handler opens its units of work itself, because something slow stands between them.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class OwnWorkAttribute : Attribute;
