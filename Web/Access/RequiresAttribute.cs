using Microsoft.AspNetCore.Authorization;
using Web.Access.Sessions;
using Web.Kernel;

namespace Web.Access;

/// <summary>What a page or an endpoint asks of its caller. A program's token also needs <c>api.access</c>, unless told otherwise.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequiresAttribute(string permission) : Attribute, IAuthorizeData, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public string Permission { get; } = permission;

    /// <summary>For what every credential may do, such as reading the audit log.</summary>
    public bool WithoutApiAccess { get; init; }

    public string? Policy { get; set; }
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class RequiresHandler(CurrentMember member) : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (!member.IsKnown) return Task.CompletedTask;
        if (member.Person.Kind == SessionKind.Program && !requirement.WithoutApiAccess && !member.Can(Permission.ApiAccess))
            throw RefusalException.Denied(Permission.ApiAccess);
        if (!member.Can(requirement.Permission)) throw RefusalException.Denied(requirement.Permission);
        context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

public static class RequiresEndpoint
{
    /// <summary>The permission that an endpoint, or each of a group, asks for.</summary>
    public static T Requires<T>(this T endpoint, string permission) where T : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new RequiresAttribute(permission));

    /// <summary>For what is everybody's own; programs need <c>api.access</c> all the same.</summary>
    public static T IsEverybodysOwn<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.AddEndpointFilter((context, next) =>
    {
        var current = context.HttpContext.RequestServices.GetRequiredService<CurrentMember>();
        if (current.Person.Kind == SessionKind.Program) current.MustHave(Permission.ApiAccess);
        return next(context);
    });
}
