using Web.Kernel;

namespace Web.Api;

/// <summary>A refusal whose unit of work is kept all the same: what led to it (a failed sign-in) must not be rolled back.</summary>
public sealed class RefusalResult(RefusalException refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => throw refusal;
}
