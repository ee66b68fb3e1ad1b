using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Web.Api.Idempotency;

/// <summary>An answer as bytes, to be written now and again.</summary>
internal sealed record KeptAnswer(int Status, string? ContentType, string? Location, string? ETag, byte[] Body, bool IsReplay = false) : IResult
{
    public bool IsSuccess => Status < 400;

    /// <summary>Has a handler's result written, not to the caller yet.</summary>
    public static async Task<KeptAnswer> WriteAsync(object? result, HttpContext http)
    {
        using var body = new MemoryStream();
        var wire = http.Features.Get<IHttpResponseBodyFeature>()!;
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            if (result is IResult own) await own.ExecuteAsync(http);
            else if (result is string text) await http.Response.WriteAsync(text, http.RequestAborted);
            else if (result is not null) await http.Response.WriteAsJsonAsync(result, result.GetType(), http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions, http.RequestAborted);
            await http.Response.CompleteAsync();
        }
        finally
        {
            http.Features.Set(wire);
        }
        var headers = http.Response.Headers;
        return new KeptAnswer(http.Response.StatusCode, http.Response.ContentType, headers.Location, headers.ETag, body.ToArray());
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (IsReplay)
        {
            response.StatusCode = Status;
            response.ContentType = ContentType;
            if (Location is not null) response.Headers.Location = Location;
            if (ETag is not null) response.Headers.ETag = ETag;
            response.Headers[RequestKey.Replayed] = "true";
        }
        if (Body.Length == 0) return;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}
