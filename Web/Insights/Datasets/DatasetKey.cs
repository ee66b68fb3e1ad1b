using System.Text.RegularExpressions;

namespace Web.Insights.Datasets;

/// <summary>What a dataset may be called by programs.</summary>
internal static partial class DatasetKey
{
    public static bool IsValid(string key) => Form().IsMatch(key);

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}\\z", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
