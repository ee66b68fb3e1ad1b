namespace Web.Kernel;

/// <summary>The time zones that people choose from, by their names in the tz database: <c>Asia/Tokyo</c>.</summary>
public static class TimeZones
{
    /// <summary>What nobody's clock shows, for installations and programs.</summary>
    public const string Utc = "Etc/UTC";

    private const int LongestName = 64;

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId && IsPlace(zone.Id)).Select(zone => zone.Id).Append(Utc).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether this machine knows the zone; the names of other systems are not ours.</summary>
    public static bool IsKnown(string? id) =>
        id is { Length: > 0 and <= LongestName } && (id == Utc || IsPlace(id)) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId;

    private static bool IsPlace(string id) => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal) && !id.StartsWith("SystemV/", StringComparison.Ordinal)
        && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+');
}
