using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Jobs;

namespace Web.Mail;

/// <summary>
/// Hands a posted letter to the mail server, or leaves it in the development mailbox. What fails for now is queued once more,
/// later. No transaction is open while the mail server is spoken to; whoever dies between its yes and ours sends the letter a
/// second time, with the same Message-ID, and never loses it.
/// </summary>
internal sealed class LetterWork(AppDb db, Smtp smtp, ILetterheads heads, MailOptions options, TimeProvider time) : IJobWork
{
    public const string Kind = "mail.send";
    private static readonly TimeSpan WordsKept = TimeSpan.FromDays(30), LetterKept = TimeSpan.FromDays(90);

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var order = run.Payload<Order>();
        if (await ReadAsync(order.Letter, cancellation) is not { Status: LetterStatus.Queued, Words: { } words } letter) return null;
        var delivery = await DeliverAsync(letter, words, cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var now = time.GetUtcNow();
        letter.Take(delivery, options.ToMailbox, now);
        if (letter.Status == LetterStatus.Queued) db.EnqueueForCompany(Kind, order, now, now + options.PauseAfter(letter.Attempts));
        await db.SaveChangesAsync(cancellation);
        await TidyAsync(now, cancellation);
        await work.CommitAsync(cancellation);
        return letter.Status.ToString();
    }

    private async Task<PostedLetter?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        return await db.Letters.SingleOrDefaultAsync(letter => letter.Id == id, cancellation);
    }

    private async Task<Delivery> DeliverAsync(PostedLetter letter, LetterContent words, CancellationToken cancellation)
    {
        if (time.GetUtcNow() >= letter.GoodUntil) return Delivery.TooLate;
        if (options.ToMailbox) return Delivery.Done;
        if (options.Host is null) return new Delivery("not_set_up");
        if (await heads.OfAsync(db.TenantId, cancellation) is not { } head) return Delivery.TooLate;
        using var message = LetterPaper.Write(letter, words, head, options.Sender);
        return await smtp.DeliverAsync(message, cancellation);
    }

    /// <summary>What is of no more use to anybody goes, with the next letter.</summary>
    private async Task TidyAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Letters.Where(letter => letter.PostedAt < now - LetterKept).ExecuteDeleteAsync(cancellation);
        await db.Letters.Where(letter => letter.Content != null && (letter.PostedAt < now - WordsKept || (letter.Status == LetterStatus.Failed && letter.GoodUntil < now)))
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Content, (string?)null), cancellation);
    }

    internal sealed record Order(Guid Letter);
}
