using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Web.Data;

namespace Web.Access.SignIn;

/// <summary>
/// argon2id by libsodium (19 MiB, 3 passes: above OWASP's floor), in the PHC string format. Where an operator must do
/// without the library, PBKDF2-SHA512; such a hash is replaced at the next sign-in once the library is there.
/// </summary>
public sealed partial class PasswordHash : IPasswordHasher<Member>
{
    private const ulong Passes = 3;
    private const nuint Memory = 19 * 1024 * 1024;
    private const int Rounds = 210_000, Salt = 16, Key = 32;
    private const string Pbkdf2 = "$pbkdf2-sha512$";

    private readonly bool argon2;
    private readonly Lazy<string> decoy;

    /// <param name="withoutLibrary">The operator chose PBKDF2.</param>
    /// <exception cref="StartRefusedException">libsodium is missing and nobody chose to do without.</exception>
    public PasswordHash(bool withoutLibrary = false)
    {
        argon2 = !withoutLibrary;
        decoy = new(() => HashPassword(null!, "decoy"));
        if (argon2 && !IsLibraryThere())
            throw new StartRefusedException("libsodium is missing (Debian: libsodium23). Install it, or set Access__PasswordHash=pbkdf2.");
    }

    /// <summary>A hash of nobody's, to spend the same time on.</summary>
    public string Decoy => decoy.Value;

    public string HashPassword(Member user, string password) => argon2 ? Argon2(password) : Derive(password);

    public PasswordVerificationResult VerifyHashedPassword(Member user, string hashedPassword, string providedPassword)
    {
        if (hashedPassword.StartsWith(Pbkdf2, StringComparison.Ordinal))
            return !MatchesDerived(hashedPassword, providedPassword) ? PasswordVerificationResult.Failed
                : argon2 ? PasswordVerificationResult.SuccessRehashNeeded : PasswordVerificationResult.Success;
        if (!IsLibraryThere()) throw new Kernel.RefusalException(503, "temporarily_unavailable");
        var bytes = Encoding.UTF8.GetBytes(providedPassword);
        var stored = Encoding.ASCII.GetBytes(hashedPassword + '\0');
        if (crypto_pwhash_str_verify(stored, bytes, (ulong)bytes.Length) != 0) return PasswordVerificationResult.Failed;
        return crypto_pwhash_str_needs_rehash(stored, Passes, Memory) == 0 ? PasswordVerificationResult.Success : PasswordVerificationResult.SuccessRehashNeeded;
    }

    private static string Argon2(string password)
    {
        var text = new byte[128];
        var bytes = Encoding.UTF8.GetBytes(password);
        if (crypto_pwhash_str(text, bytes, (ulong)bytes.Length, Passes, Memory) != 0) throw new Kernel.RefusalException(503, "sign_in_busy");
        return Encoding.ASCII.GetString(text, 0, Array.IndexOf(text, (byte)0));
    }

    private static string Derive(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(Salt);
        var key = Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA512, Key);
        return $"{Pbkdf2}{Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(key)}";
    }

    private static bool MatchesDerived(string stored, string password)
    {
        var parts = stored[Pbkdf2.Length..].Split('$');
        var expected = Convert.FromBase64String(parts[2]);
        var rounds = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        var key = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(parts[1]), rounds, HashAlgorithmName.SHA512, expected.Length);
        return CryptographicOperations.FixedTimeEquals(key, expected);
    }

    private static bool IsLibraryThere()
    {
        try
        {
            return sodium_init() >= 0;
        }
        catch (DllNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libsodium.so.23")]
    private static partial int sodium_init();

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_pwhash_str([Out] byte[] text, byte[] password, ulong length, ulong passes, nuint memory);

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_pwhash_str_verify(byte[] text, byte[] password, ulong length);

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_pwhash_str_needs_rehash(byte[] text, ulong passes, nuint memory);
}
