using System.Buffers.Text;
using System.Text;

namespace Web.Tests.Secrets;

/// <summary>Something that nobody may find where it does not belong, in every form that it may take there.</summary>
internal sealed class Secret
{
    private Secret(string name, string text, byte[] bytes)
    {
        Name = name;
        var spelled = Encoding.UTF8.GetBytes(text);
        string[] forms = [text, Uri.EscapeDataString(text), text.Replace(' ', '+'), Hex(spelled), Hex(bytes), .. Base64(spelled), .. Base64(bytes)];
        Forms = [.. forms.Concat(forms.Where(form => !form.Any(char.IsLower)).Select(form => form.ToLowerInvariant())).Where(form => form.Length >= 8).Distinct()];
    }

    public string Name { get; }

    /// <summary>As it is, for a URL, in hexadecimal digits, and what base64 makes of it wherever in a text it begins.</summary>
    public IReadOnlyList<string> Forms { get; }

    public static Secret Of(string name, string text) => new(name, text, Decoded(text));

    public static Secret Of(string name, string text, byte[] bytes) => new(name, text, bytes);

    private static byte[] Decoded(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text.Split('_', '.')[^1]);
        }
        catch (FormatException)
        {
            return Encoding.UTF8.GetBytes(text);
        }
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);

    /// <summary>The digits that do not depend on what stands before or after it.</summary>
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var digits = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var from = before == 0 ? 0 : before + 1;
            var core = digits[from..Math.Max(from, digits.Length - 1)];
            yield return core;
            yield return core.Replace('+', '-').Replace('/', '_');
        }
    }
}
