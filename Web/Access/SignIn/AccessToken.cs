using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Web.Data;

namespace Web.Access.SignIn;

/// <summary>
/// JSON Web Tokens (RFC 7519, signed as RFC 7515) for programs: HS256 and nothing else, typed <c>at+jwt</c> (RFC 9068).
/// The audience is the tenant's id, the session's id lets a sign-out end them.
/// </summary>
public sealed class AccessToken(MasterKey master, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(3600);
    private const string Issuer = "tsumugi";
    private const int Longest = 4096;
    private static readonly byte[] Header = """{"alg":"HS256","typ":"at+jwt"}"""u8.ToArray();
    private readonly byte[] key = master.Derive("access tokens");

    public string Issue(Guid tenant, Guid member, Guid session)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new AccessClaims(Issuer, tenant, member, session, now, now + (long)Life.TotalSeconds);
        var signed = $"{Base64Url.EncodeToString(Header)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(key, signed))}";
    }

    /// <summary>The claims of a token that is ours, whole, and not expired; otherwise null.</summary>
    public AccessClaims? Verify(string token)
    {
        if (token.Length > Longest || Parts(token) is not { } parts || !IsOurKind(parts.Header)) return null;
        var expected = Sign(key, token[..token.LastIndexOf('.')]);
        if (!CryptographicOperations.FixedTimeEquals(expected, parts.Signature)) return null;
        var claims = Read<AccessClaims>(parts.Payload);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return claims is { Issuer: Issuer } && claims.IssuedAt <= now + 60 && now < claims.ExpiresAt ? claims : null;
    }

    /// <summary>The tenant that a token claims to be of, unverified.</summary>
    public static Guid? Claimed(string token) =>
        token.Length <= Longest && Parts(token) is { } parts ? Read<AccessClaims>(parts.Payload)?.Audience : null;

    internal static byte[] Sign(byte[] key, string signingInput) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signingInput));

    private static bool IsOurKind(byte[] header) => Read<TokenHeader>(header) is { Algorithm: "HS256", Type: "at+jwt", Critical: null };

    private static (byte[] Header, byte[] Payload, byte[] Signature)? Parts(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3) return null;
        try
        {
            return (Base64Url.DecodeFromChars(parts[0]), Base64Url.DecodeFromChars(parts[1]), Base64Url.DecodeFromChars(parts[2]));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static T? Read<T>(byte[] json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record TokenHeader(
        [property: JsonPropertyName("alg")] string? Algorithm,
        [property: JsonPropertyName("typ")] string? Type,
        [property: JsonPropertyName("crit")] JsonElement? Critical);
}

/// <summary>What an access token says.</summary>
public sealed record AccessClaims(
    [property: JsonPropertyName("iss"), JsonRequired] string Issuer,
    [property: JsonPropertyName("aud"), JsonRequired] Guid Audience,
    [property: JsonPropertyName("sub"), JsonRequired] Guid Subject,
    [property: JsonPropertyName("sid"), JsonRequired] Guid SessionId,
    [property: JsonPropertyName("iat"), JsonRequired] long IssuedAt,
    [property: JsonPropertyName("exp"), JsonRequired] long ExpiresAt);
