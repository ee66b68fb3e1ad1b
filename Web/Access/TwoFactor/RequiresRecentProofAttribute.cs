using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Web.Access.Sessions;
using Web.Kernel;
using Web.Ui;

namespace Web.Access.TwoFactor;

/// <summary>
/// An act that somebody at an unlocked computer must not get away with: whoever does it has shown their second factor, or their
/// password where they have none, within ten minutes. On a page or one of its handlers; endpoints say <see cref="RecentProofEndpoint.RequiresRecentProof"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresRecentProofAttribute : Attribute
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
}

/// <summary>Sends a person to prove once more who they are, and back.</summary>
internal sealed class RecentProofOfPages(CurrentMember current, TimeProvider time) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var asked = context.ActionDescriptor.EndpointMetadata.OfType<RequiresRecentProofAttribute>().Any()
            || context.HandlerMethod?.MethodInfo.IsDefined(typeof(RequiresRecentProofAttribute), inherit: false) == true;
        if (!asked || current.HasRecentProof(time.GetUtcNow()))
        {
            await next();
            return;
        }
        context.Result = Ask(context.HttpContext);
    }

    /// <summary>Where a page leads that finds out by itself that a proof is needed.</summary>
    public static IActionResult Ask(HttpContext http)
    {
        var request = http.Request;
        var back = request.Path + (HttpMethods.IsGet(request.Method) ? request.QueryString : default);
        var confirm = $"/settings/confirm?return_url={Uri.EscapeDataString(back)}";
        if (!request.WantsFragment()) return new RedirectResult(confirm);
        http.Response.Headers["HX-Redirect"] = confirm;
        return new EmptyResult();
    }
}

public static class RecentProofEndpoint
{
    /// <summary>403 <c>step_up_required</c> unless the caller proved who they are within ten minutes.</summary>
    public static T RequiresRecentProof<T>(this T endpoint) where T : IEndpointConventionBuilder
    {
        endpoint.AddEndpointFilter((context, next) =>
        {
            var services = context.HttpContext.RequestServices;
            return services.GetRequiredService<CurrentMember>().HasRecentProof(services.GetRequiredService<TimeProvider>().GetUtcNow())
                ? next(context) : throw new RefusalException(403, "step_up_required");
        });
        return endpoint.WithMetadata(new RequiresRecentProofAttribute());
    }

    /// <summary>For acts that need it only at times, such as passing ownership on.</summary>
    /// <exception cref="RefusalException">403 <c>step_up_required</c>.</exception>
    public static void MustHaveRecentProof(this CurrentMember current, DateTimeOffset now)
    {
        if (!current.HasRecentProof(now)) throw new RefusalException(403, "step_up_required");
    }

    internal static bool HasRecentProof(this CurrentMember current, DateTimeOffset now) =>
        current.IsKnown && current.Person is { ProvedAt: { } proved } person && now - proved < RequiresRecentProofAttribute.Window
        && (!person.HasFactor || person.Proof != Proof.Password); // a password of before the factor does not outlive it
}
