using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Web.Ui;

namespace Web.Mail;

/// <summary>
/// The one layout of all letters, as text and as HTML: company, subject, paragraphs, one button with its address below,
/// small print. Mail programs know neither style sheets nor our fonts, so its few styles stand where they are used.
/// </summary>
internal static class LetterPaper
{
    private const string Fonts = "'Hiragino Sans','Yu Gothic UI','Noto Sans JP','Segoe UI',Helvetica,Arial,sans-serif";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static MailMessage Write(PostedLetter letter, LetterContent content, Letterhead head, MailAddress from)
    {
        var message = new MailMessage(new MailAddress(from.Address, LetterWords.OneLine($"{head.Company} ({head.Product})"), Encoding.UTF8), new MailAddress(letter.Address))
        {
            Subject = letter.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{letter.Id:N}@{from.Host}>"); // the same at every attempt, so that a mailbox can tell a letter that came twice
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(Part(Text(letter, content, head), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(Part(Html(letter, content, head), MediaTypeNames.Text.Html));
        return message;
    }

    public static string Text(PostedLetter letter, LetterContent content, Letterhead head)
    {
        var text = new StringBuilder(head.Company).Append("\n\n");
        foreach (var paragraph in content.Paragraphs) text.Append(paragraph).Append("\n\n");
        if (content.Link is not null) text.Append(content.Button).Append(":\n").Append(content.Link).Append("\n\n");
        if (content.Small is not null) text.Append(content.Small).Append("\n\n");
        return text.Append("--\n").Append(Foot(letter, head)).Append('\n').Append(head.Home.AbsoluteUri).Append('\n').ToString();
    }

    public static string Html(PostedLetter letter, LetterContent content, Letterhead head)
    {
        var colour = BrandColour.From(head.Colour);
        var html = new StringBuilder(4096);
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{letter.Locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(letter.Subject)}</title></head>
            <body style="margin:0;background:#f4f6fa;color:#141d33;font-family:{Fonts};font-size:15px;line-height:1.7">
            <div style="max-width:560px;margin:0 auto;padding:24px 16px">
            <div style="background:#ffffff;border-top:4px solid {colour.Button};padding:28px 28px 20px">
            <p style="margin:0 0 20px;font-weight:600;color:#465269">{Logo(head)}{Encode(head.Company)}</p>
            <h1 style="margin:0 0 20px;font-size:20px;line-height:1.5">{Encode(letter.Subject)}</h1>

            """);
        foreach (var paragraph in content.Paragraphs) html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px\">{Encode(paragraph).Replace("&#xA;", "<br>", StringComparison.Ordinal)}</p>\n");
        if (content.Link is not null)
            html.Append(CultureInfo.InvariantCulture, $"""
                <p style="margin:24px 0"><a href="{Encode(content.Link)}" style="display:inline-block;background:{colour.Button};color:#ffffff;text-decoration:none;font-weight:600;padding:11px 22px;border-radius:6px">{Encode(content.Button!)}</a></p>
                <p style="margin:0 0 16px;font-size:13px;color:#5b677e">{Encode(new LetterWords(typeof(MailTexts), letter.Locale).Say("Letter.Link"))}<br><span style="overflow-wrap:anywhere">{Encode(content.Link)}</span></p>

                """);
        if (content.Small is not null) html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px;font-size:13px;color:#5b677e\">{Encode(content.Small)}</p>\n");
        return html.Append(CultureInfo.InvariantCulture, $"</div>\n<p style=\"margin:16px 0 0;font-size:12px;color:#5b677e\">{Encode(Foot(letter, head))}<br><a href=\"{Encode(head.Home.AbsoluteUri)}\" style=\"color:#5b677e\">{Encode(head.Home.Authority)}</a></p>\n</div></body></html>\n").ToString();
    }

    private static string Logo(Letterhead head) => head.Logo is null ? "" : $"<img src=\"{Encode(head.Logo.AbsoluteUri)}\" alt=\"\" height=\"32\" style=\"height:32px;max-width:200px;vertical-align:middle;margin-right:10px\">";

    private static string Foot(PostedLetter letter, Letterhead head) => new LetterWords(typeof(MailTexts), letter.Locale).Say("Letter.Foot", head.Company, head.Product);

    private static AlternateView Part(string text, string type)
    {
        var part = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        part.TransferEncoding = TransferEncoding.Base64;
        return part;
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
