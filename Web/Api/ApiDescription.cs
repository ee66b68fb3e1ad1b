using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Web.Api.Idempotency;

namespace Web.Api;

/// <summary>The API described by itself: OpenAPI 3.1 at <c>/openapi/v1.json</c>, on every host, without sign-in.</summary>
internal static class ApiDescription
{
    public const string Document = "v1";
    private const string Problem = "Problem";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(async (document, context, cancellation) =>
        {
            document.Info = new OpenApiInfo { Title = "Tsumugi", Version = "1", Description = "Accounts, contacts, deals, tasks and charts of one company. Times are RFC 3339 UTC, money is an amount as a decimal string with its currency. Every error is a problem+json with a stable code; every answer of the API says X-Request-Id, X-Processing-Time and RateLimit-*." };
            document.Servers?.Clear();
            document.Components ??= new OpenApiComponents();
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            document.Components.Schemas.TryAdd(Problem, await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellation));
            document.Components.SecuritySchemes = Credentials();
        });
        options.AddOperationTransformer(DescribeAsync);
        options.AddDocumentTransformer((document, _, _) =>
        {
            foreach (var operation in document.Paths.SelectMany(path => path.Value.Operations?.Values.AsEnumerable() ?? [])) Exemplify(operation, document);
            return Task.CompletedTask;
        });
    });

    private static Dictionary<string, IOpenApiSecurityScheme> Credentials() => new()
    {
        ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "From POST /api/v1/tenant/auth/login; lives an hour. An API key (tsu_…) is taken here, too." },
        ["apiKey"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-API-Key", Description = "From POST /api/v1/tenant/api-keys or the page /settings/api-keys." },
        ["cookie"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "tsumugi-session", Description = "A browser's session; under https the name begins with __Host-. Writes also need the antiforgery header RequestVerificationToken." },
    };

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var about = context.Description.ActionDescriptor.EndpointMetadata;
        var (method, path) = (context.Description.HttpMethod ?? "GET", context.Description.RelativePath ?? "");
        var open = about.OfType<IAllowAnonymous>().Any();
        if (!open) operation.Security = [.. new[] { "bearer", "apiKey", "cookie" }.Select(name => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(name, context.Document)] = [] })];
        if (about.OfType<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>().Select(accepts => accepts.RequestType).LastOrDefault(type => type is not null && type != typeof(System.Text.Json.JsonElement)) is { } body
            && operation.RequestBody?.Content?.TryGetValue("application/json", out var media) == true) media.Schema = await context.GetOrCreateSchemaAsync(body, null, cancellation); // read by hand, so the parameter's own type says nothing
        operation.OperationId ??= NameOf(method, path);
        operation.Parameters ??= [];
        if (method == "POST" && !open && !about.OfType<AnswerNeverKeptAttribute>().Any()) operation.Parameters.Add(Header(RequestKey.Header, "A text of your own: the same call with the same key within 24 hours is answered again and not done twice."));
        if (method is "PATCH" or "DELETE" or "PUT") operation.Parameters.Add(Header("If-Match", "The ETag that you know; if the record was changed since, the answer is 412."));
        foreach (var (status, text) in ErrorsOf(method, path, open, operation.RequestBody is not null)) AddError(operation, status, text);
    }

    /// <summary>What any call like this may be answered besides; what an endpoint says of itself stays.</summary>
    private static IEnumerable<(string Status, string Text)> ErrorsOf(string method, string path, bool open, bool hasBody)
    {
        yield return ("400", "malformed_request: the body, the host or X-Tenant cannot be read.");
        yield return ("401", open ? "The credentials are not right." : "not_signed_in: no credential, or one that is not good here.");
        yield return ("403", "permission_denied names the permission that is missing; tenant_suspended.");
        if (path.Contains('{', StringComparison.Ordinal)) yield return ("404", "not_found: there is none, or it is not yours to see.");
        if (method is "POST" or "PATCH" or "DELETE" or "PUT") yield return ("409", "It does not go together with what is there, or idempotency_in_progress.");
        if (method is "PATCH" or "DELETE" or "PUT") yield return ("412", "changed_meanwhile, with the record as it is now in current.");
        if (hasBody) yield return ("413", "payload_too_large");
        yield return ("422", "validation_failed: details name each field.");
        yield return ("429", "rate_limit_exceeded: Retry-After says for how long.");
    }

    private static void AddError(OpenApiOperation operation, string status, string text)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd(status, new OpenApiResponse { Description = text });
    }

    private static OpenApiParameter Header(string name, string text) =>
        new() { Name = name, In = ParameterLocation.Header, Description = text, Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 } };

    private static void Exemplify(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var error in operation.Responses?.Where(one => one.Key[0] >= '4').Select(one => one.Value).OfType<OpenApiResponse>() ?? [])
            error.Content ??= new Dictionary<string, OpenApiMediaType> { [Api.Problem.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Problem, document) } };
        foreach (var media in operation.RequestBody?.Content?.Values.AsEnumerable() ?? []) media.Example ??= ApiExamples.Of(media.Schema);
        foreach (var (status, response) in operation.Responses ?? [])
            foreach (var (type, media) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
                media.Example ??= type == Api.Problem.ContentType ? ProblemOf(status, response.Description) : ApiExamples.Of(media.Schema);
    }

    private static JsonObject ProblemOf(string status, string? text)
    {
        var code = (text ?? "").Split([' ', ':', ',', ';'])[0];
        return new JsonObject
        {
            ["type"] = $"https://www.rfc-editor.org/rfc/rfc9110#status.{status}", ["title"] = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)),
            ["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), ["detail"] = text, ["trace_id"] = "4bf92f3577b34da6a3ce929d0e0e4736", ["code"] = code.Contains('_', StringComparison.Ordinal) ? code : "conflict", ["message"] = text,
        };
    }

    /// <summary><c>PATCH api/v1/deals/{id}</c> is patch_deals_id.</summary>
    private static string NameOf(string method, string path) =>
        $"{method.ToLowerInvariant()}_{string.Join('_', path.Split('/').Skip(2).Select(part => new string([.. part.Trim('{', '}').Split(':')[0].Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')])))}";
}
