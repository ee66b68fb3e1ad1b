using System.Text;

namespace Web.Kernel;

/// <summary>Words as the stored search keys have them: NFKC, lower case, single spaces.</summary>
public static class SearchText
{
    public static string Of(string words) =>
        string.Join(' ', words.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
