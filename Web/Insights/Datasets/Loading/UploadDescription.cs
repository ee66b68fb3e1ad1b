using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Web.Insights.Datasets.Loading;

/// <summary>The form of an upload as OpenAPI tells it: it is read as a stream, so nothing else could say what is in it.</summary>
internal static class UploadDescription
{
    public static void Describe(OpenApiOperation operation)
    {
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "file", "key" },
            AdditionalPropertiesAllowed = false,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "CSV with a header row, in UTF-8 or Shift_JIS, at most 200 MB and 300 columns." },
                ["key"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[a-z][a-z0-9_]{0,62}$", Description = "The dataset's name in queries." },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200, Description = "The file's name, if it is left out." },
                ["mode"] = Choice<LoadMode>("Makes a new dataset, replaces the rows of one, or adds to them."),
                ["on_error"] = Choice<OnError>("What becomes of a file with rows that cannot be read: nothing of it is stored, or the other rows are."),
            },
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new OpenApiMediaType { Schema = form } },
        };
        operation.Responses ??= [];
        operation.Responses.Remove("200");
        foreach (var (status, response) in new OpenApiResponses
        {
            ["201"] = Answer("The contract as it was inferred, with what became of the rows.", "key", "title", "row_count"),
            ["202"] = Answer("A job does it; Location says which. Its result is the contract.", "job_id", "status", "key"),
            ["404"] = new OpenApiResponse { Description = "dataset_not_found: nothing to replace or to add to." },
            ["409"] = new OpenApiResponse { Description = "dataset_key_taken or dataset_loading." },
            ["413"] = new OpenApiResponse { Description = "payload_too_large" },
            ["415"] = new OpenApiResponse { Description = "unsupported_media_type: no multipart form." },
            ["422"] = new OpenApiResponse { Description = "validation_failed, rows_faulty, columns_do_not_fit, encoding_unknown, file_not_csv, file_empty, header_missing or too_many_columns; the details name rows and columns." },
        }) operation.Responses[status] = response;
    }

    private static OpenApiResponse Answer(string description, params string[] fields) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new()
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = fields.ToDictionary(field => field, field => (IOpenApiSchema)new OpenApiSchema { Type = field == "row_count" ? JsonSchemaType.Integer : JsonSchemaType.String }) },
            },
        },
    };

    private static OpenApiSchema Choice<T>(string description) where T : struct, Enum
    {
        List<JsonNode> words = [.. Enum.GetNames<T>().Select(name => (JsonNode)name.ToLowerInvariant())];
        return new OpenApiSchema { Type = JsonSchemaType.String, Enum = words, Default = words[0].DeepClone(), Description = description };
    }
}
