using System.Security.Cryptography;
using System.Text;
using Web.Kernel;

namespace Web.Api.Idempotency;

/// <summary>The <c>Idempotency-Key</c> of one request, within its tenant and its credential.</summary>
internal sealed record RequestKey(Guid Id, long Lock)
{
    public const string Header = "Idempotency-Key", Replayed = "Idempotency-Replayed";

    /// <summary>Names the session or API key of the caller.</summary>
    private const string CredentialClaim = "sid";

    /// <summary>Null: there is none, or this request's answer is not kept.</summary>
    /// <exception cref="RefusalException">400: it is no key.</exception>
    public static RequestKey? Of(HttpContext http, Guid tenant)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Headers.TryGetValue(Header, out var sent)) return null;
        var text = sent.ToString();
        if (sent.Count != 1 || text.Length is 0 or > 255 || text.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0 || text.Trim() is "") throw new RefusalException(400, "idempotency_key_invalid");
        if (http.User.FindFirst(CredentialClaim)?.Value is not { } credential || http.GetEndpoint()?.Metadata.GetMetadata<AnswerNeverKeptAttribute>() is not null) return null;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant:N}\n{credential}\n{text}"));
        return new RequestKey(new Guid(hash.AsSpan(0, 16)), BitConverter.ToInt64(hash, 16));
    }
}

/// <summary>What this endpoint answers is a secret: a repeated call is a new one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnswerNeverKeptAttribute : Attribute;
