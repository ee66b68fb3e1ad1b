using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Web.Site;

/// <summary>The API to read: every operation of the description, by subject.</summary>
[AllowAnonymous]
internal sealed class ApiDocsPage([FromKeyedServices("v1")] IOpenApiDocumentProvider description) : PageModel
{
    public IReadOnlyList<IGrouping<string, ApiOperation>> Subjects { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var document = await description.GetOpenApiDocumentAsync(cancellation);
        Subjects = [.. OperationsOf(document).GroupBy(operation => operation.Subject).OrderBy(subject => subject.Key, StringComparer.Ordinal)];
    }

    private static IEnumerable<ApiOperation> OperationsOf(OpenApiDocument document) =>
        from path in document.Paths
        from operation in path.Value.Operations ?? []
        select new ApiOperation(
            operation.Value.Tags?.FirstOrDefault()?.Name ?? "Other", operation.Key.Method, path.Key, operation.Value.Summary ?? "", operation.Value.Security is { Count: > 0 });
}

/// <summary>One line of the page.</summary>
public sealed record ApiOperation(string Subject, string Method, string Path, string Summary, bool NeedsToken);
