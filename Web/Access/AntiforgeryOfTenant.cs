using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Web.Access.SignIn;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access;

/// <summary>Binds every antiforgery token, an anonymous one too, to its tenant.</summary>
internal sealed class AntiforgeryOfTenant : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) =>
        context.RequestServices.GetRequiredService<EnteredTenant>().Tenant?.Id.ToString("N") ?? "apex";

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == GetAdditionalData(context);
}

/// <summary>The API takes the browser's cookie as well: its writes then need the antiforgery header.</summary>
internal sealed class ApiAntiforgery(RequestDelegate next, IAntiforgery antiforgery)
{
    /// <summary>Without it the framework would look for a token in the body, and read all of an upload for it.</summary>
    internal const string Header = "RequestVerificationToken";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var writes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        if (writes && context.User.Identity?.AuthenticationType == Schemes.Cookie && request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null
            && (!request.Headers.ContainsKey(Header) || !await antiforgery.IsRequestValidAsync(context))) throw new RefusalException(400, "antiforgery_failed");
        await next(context);
    }
}

/// <summary>A page whose token is missing or old says so, instead of a bare 400.</summary>
internal sealed class AntiforgeryRefusal : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) throw new RefusalException(400, "antiforgery_failed");
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
