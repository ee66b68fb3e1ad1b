using Web.Data;
using Web.Kernel;

namespace Web.Audit;

/// <summary>Somebody who is signed in tried what their role may not do: the log has it, though nothing came of it.</summary>
internal sealed class DenialsNoted(RequestDelegate next, LateEntries late)
{
    public async Task InvokeAsync(HttpContext context, TenantScope scope)
    {
        try
        {
            await next(context);
        }
        catch (RefusalException refusal) when (refusal.Permission is { } permission && scope is { IsSet: true, MemberId: not null })
        {
            late.Add(LateEntry.Of(scope, "security.permission_denied", permission, "medium"));
            throw;
        }
    }
}
