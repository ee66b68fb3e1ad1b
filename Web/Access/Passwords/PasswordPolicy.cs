using System.Text;
using Web.Access.SignIn;
using Web.Kernel;

namespace Web.Access.Passwords;

/// <summary>What a new password must be: long enough, not one that is tried first, and not made of what everybody knows of its owner.</summary>
public static class PasswordPolicy
{
    public const int Shortest = 10;
    private const int ShortestWord = 3, ShortestRest = 6;

    /// <param name="known">Names that stand near: the person's, their address, the company's.</param>
    /// <returns>What is wrong, for the field of that name; null when nothing is.</returns>
    public static Fault? FaultOf(string field, string? password, params IEnumerable<string?> known)
    {
        if (string.IsNullOrEmpty(password)) return new Fault(field, "required");
        if (password.Length > SignInAttempt.LongestPassword) return new Fault(field, "too_long", SignInAttempt.LongestPassword);
        if (password.EnumerateRunes().Count() < Shortest) return new Fault(field, "password_short", Shortest);
        if (password.Contains('\0')) return new Fault(field, "text_invalid");
        if (IsPersonal(password, known)) return new Fault(field, "password_personal");
        return CommonPasswords.Contain(password) ? new Fault(field, "password_common") : null;
    }

    private static bool IsPersonal(string password, IEnumerable<string?> known)
    {
        var letters = Letters(password);
        var rest = letters;
        foreach (var word in known.Append("tsumugi").SelectMany(Words).Distinct().OrderByDescending(word => word.Length)) rest = rest.Replace(word, "", StringComparison.Ordinal);
        return rest.Length < letters.Length && rest.Length < ShortestRest;
    }

    private static IEnumerable<string> Words(string? name)
    {
        if (name is null) return [];
        var parts = name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[])[' ', '@', '.', '-', '_', '+', ',', '\''], StringSplitOptions.RemoveEmptyEntries);
        return parts.Append(name).Select(Letters).Where(word => word.Length >= ShortestWord);
    }

    private static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetter));
}
