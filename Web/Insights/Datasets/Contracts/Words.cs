using System.Globalization;
using System.Text.Json;

namespace Web.Insights.Datasets.Contracts;

/// <summary>Closed sets of the contract as forms and files write them: <c>ColumnRole.Dimension</c> is <c>dimension</c>.</summary>
internal static class Words
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static T? Read<T>(string? word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == word) return value;
        return null;
    }

    /// <summary>812 B, 184 KB, 12.4 MB.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => FormattableString.Invariant($"{bytes} B"),
        < 1024 * 1024 => FormattableString.Invariant($"{bytes / 1024.0:0} KB"),
        _ => FormattableString.Invariant($"{bytes / 1024.0 / 1024.0:0.#} MB"),
    };

    /// <summary>99.9 %, and never 100 % for what is not whole.</summary>
    public static string Percent(double share) =>
        share >= 1 ? "100%" : (Math.Floor(share * 1000) / 10).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
