using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Web.Site;

/// <summary>The API to read: every operation of the description, by subject, with an example of what it takes and answers.</summary>
[AllowAnonymous]
internal sealed class ApiDocsPage([FromKeyedServices("v1")] IOpenApiDocumentProvider description) : PageModel
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<IGrouping<string, ApiOperation>> Subjects { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var document = await description.GetOpenApiDocumentAsync(cancellation);
        Subjects = [.. OperationsOf(document).GroupBy(operation => operation.Subject).OrderBy(subject => subject.Key, StringComparer.Ordinal)];
    }

    private static IEnumerable<ApiOperation> OperationsOf(OpenApiDocument document) =>
        from path in document.Paths
        from pair in path.Value.Operations ?? []
        let operation = pair.Value
        select new ApiOperation(
            operation.Tags?.FirstOrDefault()?.Name ?? "Other", pair.Key.Method, path.Key, operation.Summary ?? "", operation.Security is { Count: > 0 },
            [.. (operation.Parameters ?? []).Select(one => new ApiParameter(one.Name ?? "", one.In?.ToString().ToLowerInvariant() ?? "", one.Description ?? ""))],
            ExampleOf(operation.RequestBody?.Content), AnswersOf(operation, '2'), AnswersOf(operation, '4'));

    private static IReadOnlyList<ApiAnswer> AnswersOf(OpenApiOperation operation, char kind) =>
        [.. (operation.Responses ?? []).Where(one => one.Key[0] == kind).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new ApiAnswer(one.Key, one.Value.Description ?? "", ExampleOf(one.Value.Content)))];

    private static string? ExampleOf(IDictionary<string, OpenApiMediaType>? content) =>
        content?.Values.Select(media => media.Example).FirstOrDefault(example => example is not null) is JsonNode example ? example.ToJsonString(Json) : null;
}

/// <summary>One call, as the page tells it.</summary>
/// <param name="Takes">An example of its body.</param>
public sealed record ApiOperation(
    string Subject, string Method, string Path, string Summary, bool NeedsToken, IReadOnlyList<ApiParameter> Parameters, string? Takes, IReadOnlyList<ApiAnswer> Answers, IReadOnlyList<ApiAnswer> Errors)
{
    public string Anchor => (Method + Path).ToLowerInvariant().Replace('/', '-').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
}

/// <param name="Place">query, path or header.</param>
public sealed record ApiParameter(string Name, string Place, string Text);

/// <param name="Example">What it may look like.</param>
public sealed record ApiAnswer(string Status, string Text, string? Example);
