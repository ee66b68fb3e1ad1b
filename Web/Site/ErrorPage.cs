using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;
using Web.Api;
using Web.Ui;

namespace Web.Site;

/// <summary>An error for a person: written by hand, so that it needs nothing that may just have failed.</summary>
internal sealed class ErrorPage(IStringLocalizer<SiteTexts> texts) : IErrorPage
{
    public Task DrawAsync(HttpContext context, int status, string code, string message)
    {
        var encode = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        var title = texts[status == 404 ? "Error.NotFound" : status == 403 ? "Error.Forbidden" : status < 500 ? "Error.Request" : "Error.Ours"];
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
             <!doctype html>
             <html lang="{Locales.Current}"><head><meta charset="utf-8"><title>{encode.Encode(title)} – Tsumugi</title>
             <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
             <link rel="icon" href="/img/favicon.svg"><link rel="stylesheet" href="{Assets.Url("/lib/site.css")}"></head>
             <body class="door"><div class="door-cloth">{CompanyCloth.Large(Guid.Empty, BrandColour.House)}</div>
             <main class="door-side" id="main"><div class="door-top"><span class="meta">{status} · {encode.Encode(code)}</span></div>
             <div class="door-form"><h1>{encode.Encode(title)}</h1><p>{encode.Encode(message)}</p><p><a class="button" href="/">{encode.Encode(texts["Error.Home"])}</a></p></div>
             <div class="door-foot"><span></span><span class="door-mark">Tsumugi</span></div></main></body></html>
             """, context.RequestAborted);
    }
}
