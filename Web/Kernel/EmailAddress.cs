using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Web.Kernel;

/// <summary>What counts as an e-mail address here: one plain address, nothing around it, nothing that a mail header could misread.</summary>
public static partial class EmailAddress
{
    public const int Longest = 254;

    public static bool IsValid(string? text) =>
        text is { Length: >= 3 and <= Longest } && Form().IsMatch(text) && MailAddress.TryCreate(text, out var address) && address.Address == text;

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[\p{L}\p{N}]([\p{L}\p{N}-]{0,62}\.?[\p{L}\p{N}])*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
