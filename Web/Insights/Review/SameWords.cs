using System.Security.Cryptography;
using System.Text;
using Web.Language;

namespace Web.Insights.Review;

/// <summary>Words with what says nothing made equal: case, width, kana, spaces, and the marks that end a sentence.</summary>
public static class SameWords
{
    private const string SaysNothing = ".?!,;。、・…\"'「」『』";

    public static string Plain(string words) =>
        string.Join(' ', Tokens.Of(words).Where(token => token.Script != Script.Mark || !SaysNothing.Contains(token.Raw, StringComparison.Ordinal)).Select(token => token.Raw));

    /// <summary>A digest of them, of one length however long they are.</summary>
    public static string KeyOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(words))));
}
