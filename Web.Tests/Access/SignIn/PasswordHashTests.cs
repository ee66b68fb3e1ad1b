using Microsoft.AspNetCore.Identity;
using Web.Access.SignIn;

namespace Web.Tests.Access.SignIn;

public sealed class PasswordHashTests
{
    private readonly PasswordHash argon2 = new();

    [Fact]
    public void Is_argon2id_with_a_salt_of_its_own()
    {
        var (one, two) = (argon2.HashPassword(null!, "秘密の言葉 🔑"), argon2.HashPassword(null!, "秘密の言葉 🔑"));
        Assert.StartsWith("$argon2id$v=19$m=19456,t=3,p=1$", one);
        Assert.NotEqual(one, two);
        Assert.Equal(PasswordVerificationResult.Success, argon2.VerifyHashedPassword(null!, one, "秘密の言葉 🔑"));
        Assert.Equal(PasswordVerificationResult.Failed, argon2.VerifyHashedPassword(null!, one, "秘密の言葉"));
    }

    [Fact]
    public void Nothing_is_cut_off_a_long_password()
    {
        var start = new string('x', 100);
        Assert.Equal(PasswordVerificationResult.Failed, argon2.VerifyHashedPassword(null!, argon2.HashPassword(null!, start + "a"), start + "b"));
    }

    [Fact]
    public void A_hash_made_without_the_library_is_replaced_later()
    {
        var without = new PasswordHash(withoutLibrary: true);
        var hash = without.HashPassword(null!, "pass");
        Assert.Equal(PasswordVerificationResult.Success, without.VerifyHashedPassword(null!, hash, "pass"));
        Assert.Equal(PasswordVerificationResult.Failed, without.VerifyHashedPassword(null!, hash, "other"));
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, argon2.VerifyHashedPassword(null!, hash, "pass"));
    }

    [Fact]
    public void A_weaker_argon2id_is_replaced_later()
    {
        // m=8192, t=2: made once with another tool's parameters would read like this; here the string alone decides.
        var weak = argon2.HashPassword(null!, "pass").Replace("t=3", "t=2", StringComparison.Ordinal);
        Assert.Equal(PasswordVerificationResult.Failed, argon2.VerifyHashedPassword(null!, weak, "pass"));
        Assert.Equal(PasswordVerificationResult.Failed, argon2.VerifyHashedPassword(null!, "nonsense", "pass"));
    }
}
