using Web.Data;

namespace Web.Api.Idempotency;

/// <summary>
/// Does a POST with an <c>Idempotency-Key</c> once: its answer is kept in the transaction of its effect, so there is never the one
/// without the other. An endpoint that opens its own units of work, because it calls an outside party, claims the key first, for a
/// while. What was refused has done nothing and is not kept.
/// </summary>
internal sealed class OncePerKey : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.Request.Headers.ContainsKey(RequestKey.Header)) return await next(context);
        var db = http.RequestServices.GetRequiredService<AppDb>();
        if (!db.Scope.IsSet || RequestKey.Of(http, db.TenantId) is not { } key) return await next(context);
        var answers = new KeptAnswers(db);
        return http.GetEndpoint()?.Metadata.GetMetadata<OwnWorkAttribute>() is null
            ? await InWorkAsync(key, answers, context, next) : await ClaimedAsync(key, answers, db, context, next);
    }

    private static async Task<object?> InWorkAsync(RequestKey key, KeptAnswers answers, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await answers.HoldAsync(key, http.RequestAborted) is { } first) return await AgainAsync(first, http);
        var result = await next(context);
        if (IsRefusal(result)) return result;
        var answer = await KeptAnswer.WriteAsync(result, http);
        if (answer.IsSuccess) await answers.KeepAsync(key, answer, await HashAsync(http), http.RequestAborted);
        return answer;
    }

    private static async Task<object?> ClaimedAsync(RequestKey key, KeptAnswers answers, AppDb db, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        await using (var claiming = await db.BeginAsync(readOnly: false, http.RequestAborted))
        {
            if (await answers.HoldAsync(key, http.RequestAborted) is { } first) return await AgainAsync(first, http);
            await answers.ClaimAsync(key, http.RequestAborted);
            await claiming.CommitAsync(http.RequestAborted);
        }
        KeptAnswer? answer = null;
        try
        {
            var result = await next(context);
            if (IsRefusal(result)) return result;
            answer = await KeptAnswer.WriteAsync(result, http);
            return answer;
        }
        finally
        {
            await EndAsync(key, answers, db, answer, http);
        }
    }

    /// <summary>Also when the caller has gone: what was done, was done.</summary>
    private static async Task EndAsync(RequestKey key, KeptAnswers answers, AppDb db, KeptAnswer? answer, HttpContext http)
    {
        await using var ending = await db.BeginAsync(readOnly: false, CancellationToken.None);
        if (answer is { IsSuccess: true }) await answers.KeepAsync(key, answer, await HashAsync(http), CancellationToken.None);
        else await answers.ReleaseAsync(key, CancellationToken.None);
        await ending.CommitAsync(CancellationToken.None);
    }

    private static async Task<object?> AgainAsync((KeptAnswer Answer, byte[] RequestHash) first, HttpContext http)
    {
        KeptAnswers.MustBeSame(first.RequestHash, await HashAsync(http));
        return first.Answer;
    }

    private static Task<byte[]> HashAsync(HttpContext http) => ((HashedBody)http.Request.Body).EndAsync(http.RequestAborted);

    private static bool IsRefusal(object? result) => result is RefusalResult or INestedHttpResult { Result: RefusalResult };
}

/// <summary>Has the body of a request that may be repeated hashed while it is read.</summary>
internal sealed class BodyHash(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Headers.ContainsKey(RequestKey.Header))
        {
            await next(context);
            return;
        }
        await using var body = new HashedBody(context.Request);
        context.Request.Body = body;
        await next(context);
    }
}
