using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using Web.Kernel;

namespace Web.Api;

/// <summary>
/// An error as the API tells it (RFC 9457) with a stable <see cref="Code"/>, and a <see cref="Message"/> in the caller's
/// language that says what to do.
/// </summary>
public sealed record Problem(
    string Type, string Title, int Status, string Detail, string TraceId, string Code, string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemDetail>? Details = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] object? Current = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Permission = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Limit = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Used = null)
{
    public const string ContentType = "application/problem+json";

    internal static Problem Of(RefusalException refusal, HttpContext context, IStringLocalizer<ApiTexts> texts)
    {
        var message = Say(texts, refusal.TextKey ?? refusal.Code, refusal.Arguments);
        return new Problem(
            $"https://www.rfc-editor.org/rfc/rfc9110#status.{refusal.Status}", TitleOf(refusal.Status), refusal.Status, message,
            Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier, refusal.Code, message,
            refusal.Faults is [] ? null : [.. refusal.Faults.Select(fault => ProblemDetail.Of(fault, texts))], refusal.Current, refusal.Permission, refusal.Limit, refusal.Used);
    }

    internal static string Say(IStringLocalizer texts, string code, object[] arguments)
    {
        var text = texts[code];
        return text.ResourceNotFound ? texts["unknown_problem"] : string.Format(CultureInfo.CurrentCulture, text, arguments);
    }

    private static string TitleOf(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}

/// <summary>One fault: where (a form field or JSON pointer), its stable code, and what to do about it.</summary>
/// <param name="Row">The row of a file, counted from 1, and the header of its column.</param>
public sealed record ProblemDetail(
    string Field, string Code, string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Row = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Column = null)
{
    internal static ProblemDetail Of(Fault fault, IStringLocalizer<ApiTexts> texts) =>
        new(fault.Field, fault.Code, fault.Message ?? Problem.Say(texts, fault.TextKey ?? fault.Code, fault.Arguments), fault.Row, fault.Column);
}
