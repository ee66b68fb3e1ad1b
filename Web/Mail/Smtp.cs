using System.Net;
using System.Net.Mail;

namespace Web.Mail;

/// <summary>The only file that meets a mail server: one letter, one connection, within the patience that is set.</summary>
internal sealed class Smtp(MailOptions options)
{
    /// <returns>What came of it. A server that refuses the reader for good (5xx) is not asked again; everything else may pass.</returns>
    public async Task<Delivery> DeliverAsync(MailMessage message, CancellationToken cancellation)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls, UseDefaultCredentials = false, Timeout = (int)options.Patience.TotalMilliseconds };
        if (options.User is not null) client.Credentials = new NetworkCredential(options.User, options.Password);
        try
        {
            await client.SendMailAsync(message, cancellation).WaitAsync(options.Patience, cancellation); // it looks at neither while it waits for an answer
            return Delivery.Done;
        }
        catch (TimeoutException)
        {
            return new Delivery("too_slow");
        }
        catch (SmtpFailedRecipientException refused)
        {
            return new Delivery("refused", Words(refused), Final: (int)refused.StatusCode >= 500);
        }
        catch (SmtpException failed) when (!cancellation.IsCancellationRequested)
        {
            return failed.StatusCode == SmtpStatusCode.GeneralFailure ? new Delivery("unreachable", Words(failed)) : new Delivery("refused", Words(failed));
        }
    }

    private static string Words(SmtpException failed) => LetterWords.OneLine((failed.InnerException ?? failed).Message);
}
