using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Web.Tests.Insights.Datasets;

/// <summary>Uploads as a program sends them.</summary>
internal static class Uploading
{
    public const string Sales =
        """
        Order,Day,Region,Amount,Quantity,Express
        A-1,2024-01-05,East,1200.50,3,yes
        A-2,2024-01-20,West,800,1,no
        A-3,2024-02-03,East,450.25,2,no
        A-4,2024-02-14,North,,5,yes
        """;

    public static Task<HttpResponseMessage> UploadAsync(this HttpClient client, string key, string csv, params (string Name, string Value)[] fields) =>
        client.UploadAsync(key, Encoding.UTF8.GetBytes(csv), fields);

    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, string key, byte[] csv, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(csv), "file", "rows.csv");
        form.Add(new StringContent(key), "key");
        return await client.PostAsync("/api/v1/datasets", form);
    }

    public static async Task<JsonElement> UploadedAsync(this HttpClient client, string key, string csv, params (string Name, string Value)[] fields) =>
        await JsonAsync(await client.UploadAsync(key, csv, fields), HttpStatusCode.Created);

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
            return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
        }
    }

    public static async Task<JsonElement> GetAsync(this HttpClient client, string path, HttpStatusCode expected) => await JsonAsync(await client.GetAsync(path), expected);

    public static async Task<JsonElement> PatchAsync(this HttpClient client, string key, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        await JsonAsync(await client.PatchAsJsonAsync($"/api/v1/datasets/{key}", body), expected);

    /// <summary>The rows of a column chart: a field's groups and their sums, or counts without a measure.</summary>
    public static async Task<string> ChartAsync(this HttpClient client, string key, string field, string? measure = null)
    {
        var query = new
        {
            version = 1, chart_type = "column", dataset = key, dimensions = new[] { new { field, role = "x" } },
            measures = new[] { new { field = measure, aggregate = measure is null ? "count" : "sum" } },
        };
        var drawn = await JsonAsync(await client.PostAsJsonAsync("/api/v1/charts/render", new { query }), HttpStatusCode.OK);
        return drawn.GetProperty("result").GetProperty("rows").GetRawText();
    }

    public static JsonElement Column(this JsonElement contract, string name) => contract.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == name);

    public static string? Code(this JsonElement problem) => problem.GetProperty("code").GetString();
}
