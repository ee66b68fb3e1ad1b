using System.Text.Json;

namespace Web.Insights.Review;

/// <summary>What of the review is looked at, as the address says it.</summary>
public sealed record ReviewFilter(FlagKind? Kind, int Days, string? Words, bool Done)
{
    public const int MostDays = 90, UsualDays = 30;

    public static IReadOnlyList<int> Spans { get; } = [7, UsualDays, MostDays];

    public bool IsEmpty => Kind is null && Words is null && Days == UsualDays;

    public static ReviewFilter Of(IQueryCollection query)
    {
        var kind = Enum.GetValues<FlagKind>().Cast<FlagKind?>().FirstOrDefault(known => WordOf(known!.Value) == query["kind"]);
        var days = int.TryParse(query["days"], System.Globalization.CultureInfo.InvariantCulture, out var number) && Spans.Contains(number) ? number : UsualDays;
        var words = query["q"].ToString().Trim();
        return new ReviewFilter(kind, days, words.Length is 0 or > 200 ? null : words, query["state"] == "done");
    }

    public static string WordOf(FlagKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    public bool Holds(FlagGroup group) =>
        group.IsDone == Done && (Kind is not { } kind || group.Kinds.Contains(kind)) && (Words is null || SameWords.Plain(group.Latest.Words).Contains(SameWords.Plain(Words), StringComparison.Ordinal));
}
