using System.Text.Json;

namespace Web.Insights;

/// <summary>How the answers look that are written as JSON by hand; the description of the API reads their schemas from here.</summary>
/// <param name="Type">text, integer, number, boolean, date, timestamp or money.</param>
/// <param name="Role">time, dimension or measure.</param>
public sealed record ResultColumnShape(string Name, string Title, string Type, string Role, string? Currency, string? Unit);

/// <summary>The rows of a chart.</summary>
/// <param name="TruncatedAt">At how many rows it was cut, if it was.</param>
public sealed record ResultShape(
    IReadOnlyList<ResultColumnShape> Columns, IReadOnlyList<IReadOnlyList<JsonElement>> Rows, int RowCount, int? TruncatedAt, DateTimeOffset AsOf, bool Cached, string TimeZone, double ElapsedMs);

/// <summary>The rows, and the picture of them.</summary>
/// <param name="Option">An ECharts option.</param>
public sealed record RenderShape(ResultShape Result, JsonElement Option);

/// <summary>What one may choose when it could not be decided, or might have meant.</summary>
public sealed record ChoiceShape(string Label, string? Utterance, JsonElement? Query);

/// <summary>A chart, a question, or a refusal, by <c>status</c>.</summary>
/// <param name="Status">chart, question or refused.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Code">Of a refusal: dataset_not_found, not_a_chart_request, no_matching_field, …</param>
public sealed record AskShape(
    string Status, Guid ConversationId, string? Template, JsonElement? Query, string? Explanation, string? Interpreter, double? Confidence, IReadOnlyList<string>? Assumptions,
    IReadOnlyList<string>? Unexplained, IReadOnlyList<ChoiceShape>? Alternatives, ResultShape? Result, JsonElement? Option, string? Question, IReadOnlyList<ChoiceShape>? Choices, string? Code, string? Message);

/// <summary>A kind of chart.</summary>
/// <param name="ParametersSchema">A JSON Schema of its parameters.</param>
public sealed record TemplateShape(string Id, string Title, string Description, string ChartType, JsonElement ParametersSchema, IReadOnlyList<string> Examples);
