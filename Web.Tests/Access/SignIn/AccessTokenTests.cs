using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Web.Access.SignIn;
using Web.Data;

namespace Web.Tests.Access.SignIn;

public sealed class AccessTokenTests
{
    private static readonly MasterKey Key = new(new byte[32]);
    private readonly AccessToken tokens = new(Key, TimeProvider.System);
    private readonly Guid tenant = Guid.CreateVersion7(), member = Guid.CreateVersion7(), session = Guid.CreateVersion7();

    /// <summary>RFC 7515, appendix A.1: the HS256 example.</summary>
    [Fact]
    public void Signs_as_the_RFC_does()
    {
        var key = Base64Url.DecodeFromChars("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");
        const string Input = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        Assert.Equal("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", Base64Url.EncodeToString(AccessToken.Sign(key, Input)));
    }

    [Fact]
    public void What_it_issues_it_verifies()
    {
        var claims = tokens.Verify(tokens.Issue(tenant, member, session));
        Assert.Equal((tenant, member, session), (claims!.Audience, claims.Subject, claims.SessionId));
    }

    [Fact]
    public void An_expired_token_and_one_of_another_key_are_nothing()
    {
        var later = new AccessToken(Key, new Clock(DateTimeOffset.UtcNow + AccessToken.Life));
        Assert.Null(later.Verify(tokens.Issue(tenant, member, session)));
        Assert.Null(new AccessToken(new MasterKey([.. Enumerable.Repeat((byte)7, 32)]), TimeProvider.System).Verify(tokens.Issue(tenant, member, session)));
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"hs256","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"RS256","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256","typ":"at+jwt","crit":["b64"]}""")]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("[]")]
    [InlineData("not json")]
    public void Another_kind_of_header_is_nothing_even_when_signed(string header)
    {
        var payload = tokens.Issue(tenant, member, session).Split('.')[1];
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{payload}";
        Assert.Null(tokens.Verify($"{signed}.{Base64Url.EncodeToString(AccessToken.Sign(Key.Derive("access tokens"), signed))}"));
        Assert.Null(tokens.Verify($"{signed}."));
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("sub")]
    [InlineData("sid")]
    [InlineData("exp")]
    public void A_missing_claim_is_nothing_even_when_signed(string claim)
    {
        var parts = tokens.Issue(tenant, member, session).Split('.');
        var claims = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Base64Url.DecodeFromChars(parts[1]))!;
        claims.Remove(claim);
        var signed = $"{parts[0]}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        Assert.Null(tokens.Verify($"{signed}.{Base64Url.EncodeToString(AccessToken.Sign(Key.Derive("access tokens"), signed))}"));
    }

    [Fact]
    public void Every_flipped_character_is_noticed()
    {
        var token = tokens.Issue(tenant, member, session);
        for (var i = 0; i < token.Length - 1; i++)
        {
            var changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.Null(tokens.Verify(changed));
        }
        foreach (var garbage in new[] { "", ".", "..", "...", "a.b.c", new string('a', 5000), "é.é.é" }) Assert.Null(tokens.Verify(garbage));
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
