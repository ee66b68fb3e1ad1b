using Web.Data;
using Web.Kernel;

namespace Web.Insights.Assistant.Talk;

/// <summary>What one person asked and was answered, in order. It begins with its first request as a title.</summary>
public sealed class Conversation : IBinned
{
    public const int LongestTitle = 80;

    private Conversation()
    {
    }

    public Guid Id { get; private init; }
    public Guid MemberId { get; private init; }
    public string Title { get; private set; } = "";
    /// <summary>The saved chart that it began with, which what becomes of it may replace.</summary>
    public Guid? ChartId { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private init; }
    public DateTimeOffset? DeletedAt { get; private set; }
    public string SearchKey { get; private init; } = "";

    public static Conversation Begin(Guid member, string firstWords, DateTimeOffset now, Guid? chart = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        MemberId = member,
        Title = Short(firstWords),
        ChartId = chart,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <exception cref="RefusalException">422: no name, or one that is no text.</exception>
    public void Rename(string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) throw RefusalException.Invalid(new Fault("/title", "required"));
        if (title.Contains('\0')) throw RefusalException.Invalid(new Fault("/title", "text_invalid"));
        Title = Short(title.Trim());
    }

    public void PutInBin(DateTimeOffset now) => DeletedAt ??= now;

    public void Restore() => DeletedAt = null;

    private static string Short(string words)
    {
        if (words.Length <= LongestTitle) return words;
        var end = char.IsHighSurrogate(words[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1;
        return words[..end] + "…";
    }
}
