using System.Text.Json;

namespace Web.Mail;

public enum LetterStatus { Queued, Sent, Failed }

/// <summary>A letter that was posted: where it is going, how that stands, and its words for as long as they are of use.</summary>
public sealed class PostedLetter
{
    private const int LongestSaid = 300;

    private PostedLetter()
    {
    }

    public Guid Id { get; private init; }
    public string Address { get; private init; } = "";
    public string Locale { get; private init; } = "";
    public string Subject { get; private init; } = "";

    /// <summary>The words as JSON; null once they were sent, or are of no more use: they may hold the secret of a link.</summary>
    public string? Content { get; private set; }
    public LetterStatus Status { get; private set; }

    /// <summary>How often it was shown to the mail server.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why the last attempt came to nothing: <c>unreachable</c>, <c>too_slow</c>, <c>refused</c>, <c>too_late</c>, <c>not_set_up</c>.</summary>
    public string? Problem { get; private set; }

    /// <summary>What the mail server said to it.</summary>
    public string? Said { get; private set; }
    public DateTimeOffset PostedAt { get; private init; }
    public DateTimeOffset GoodUntil { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }

    internal LetterContent? Words => Content is null ? null : JsonSerializer.Deserialize<LetterContent>(Content);

    internal static PostedLetter Of(Letter letter, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Address = letter.Addressee.Address, Locale = letter.Addressee.Locale, Subject = letter.Subject,
        Content = JsonSerializer.Serialize(letter.Content), PostedAt = now, GoodUntil = now + letter.Use,
    };

    /// <summary>Keeps what came of an attempt; it stays queued when another may help.</summary>
    /// <param name="keepWords">In the development mailbox they are what people come for.</param>
    internal void Take(Delivery delivery, bool keepWords, DateTimeOffset now)
    {
        Attempts++;
        (Problem, Said) = (delivery.Problem, delivery.Said is { Length: > LongestSaid } said ? said[..LongestSaid] : delivery.Said);
        Status = delivery.Problem is null ? LetterStatus.Sent : delivery.Final ? LetterStatus.Failed : LetterStatus.Queued;
        if (Status == LetterStatus.Queued) return;
        EndedAt = now;
        if (!keepWords && (Status == LetterStatus.Sent || GoodUntil <= now)) Content = null;
    }

    /// <summary>Puts one that could not be delivered back on its way, as long as what is in it is of use.</summary>
    /// <returns>False: it is not one of these.</returns>
    internal bool SendAgain(DateTimeOffset now)
    {
        if (Status != LetterStatus.Failed || Content is null || GoodUntil <= now) return false;
        (Status, EndedAt, Problem, Said) = (LetterStatus.Queued, null, null, null);
        return true;
    }
}

/// <summary>What came of an attempt. No problem: the mail server has it.</summary>
/// <param name="Final">Trying again would not help.</param>
internal sealed record Delivery(string? Problem, string? Said = null, bool Final = false)
{
    public static Delivery Done { get; } = new(null as string);

    public static Delivery TooLate { get; } = new("too_late", Final: true);
}
