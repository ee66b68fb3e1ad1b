using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using Npgsql;
using Web.Kernel;
using Web.Ui;

namespace Web.Api;

/// <summary>
/// Turns a refusal, and whatever else went wrong, into an answer: problem+json for programs, an error page for people.
/// The page itself is drawn further up; this only says which one.
/// </summary>
internal sealed partial class RefusalWriter(RequestDelegate next, IStringLocalizer<ApiTexts> texts, ILogger<RefusalWriter> logger)
{
    private static readonly HashSet<string> Offered = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public async Task InvokeAsync(HttpContext context, IEnumerable<IErrorPage> pages)
    {
        try
        {
            MustBeOffered(context.Request);
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
                await WriteAsync(context, OfStatus(context.Response.StatusCode), pages);
        }
        catch (Exception cause) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var refusal = cause as RefusalException ?? Unexpected(cause);
            context.Response.Clear();
            await WriteAsync(context, refusal, pages);
        }
    }

    /// <summary>What no route may ever see: a TRACE would tell a page's script what its cookies are, and pages would draw themselves for any word.</summary>
    private static void MustBeOffered(HttpRequest request)
    {
        if (Offered.Contains(request.Method) && (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || request.Method is not ("PUT" or "PATCH" or "DELETE" or "OPTIONS"))) return;
        throw new RefusalException(405, "method_not_allowed");
    }

    private async Task WriteAsync(HttpContext context, RefusalException refusal, IEnumerable<IErrorPage> pages)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture =
            context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? CultureInfo.GetCultureInfo(Locales.Preferred(context.Request));
        context.Response.StatusCode = refusal.Status;
        if (refusal.Status is 503 or 429 || refusal.RetryAfter is not null) context.Response.Headers.RetryAfter = Math.Ceiling(refusal.RetryAfter?.TotalSeconds ?? 5).ToString(CultureInfo.InvariantCulture);
        if (refusal.Version is { } version) Stamp.Show(context, version);
        var problem = Problem.Of(refusal, context, texts);
        if (WantsPage(context.Request) && pages.FirstOrDefault() is { } page) await page.DrawAsync(context, problem.Status, problem.Code, problem.Message);
        else await context.Response.WriteAsJsonAsync(problem, ApiJson.Options, Problem.ContentType, context.RequestAborted);
    }

    private RefusalException Unexpected(Exception cause)
    {
        switch (cause)
        {
            case BadHttpRequestException bad:
                return new RefusalException(bad.StatusCode, bad.StatusCode == 413 ? "payload_too_large" : "malformed_request");
            case JsonException:
                return new RefusalException(400, "malformed_request");
            case Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException:
                return new RefusalException(409, "changed_meanwhile");
            case Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } }:
                return new RefusalException(409, "already_exists");
            case Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } }:
                return new RefusalException(422, "reference_not_found");
            case Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege, MessageText: var said } } when said.Contains("\"sight\"", StringComparison.Ordinal):
                return new RefusalException(422, "owner_out_of_sight");
            case NpgsqlException { IsTransient: true }:
                LogFailed(cause);
                return new RefusalException(503, "temporarily_unavailable");
            default:
                LogFailed(cause);
                return new RefusalException(500, "internal_error");
        }
    }

    private static RefusalException OfStatus(int status) => new(status, status switch
    {
        400 => "malformed_request",
        401 => "not_signed_in",
        403 => "forbidden",
        404 => "not_found",
        405 => "method_not_allowed",
        413 => "payload_too_large",
        415 => "unsupported_media_type",
        _ => "unknown_problem",
    });

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/dev", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(LogLevel.Error, "A request failed")]
    private partial void LogFailed(Exception cause);
}

/// <summary>Draws an error for a person; the site provides it.</summary>
public interface IErrorPage
{
    Task DrawAsync(HttpContext context, int status, string code, string message);
}
