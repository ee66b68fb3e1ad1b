using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Web.Tests.Crm;

/// <summary>Calls of the API whose outcome a test has an opinion on.</summary>
internal static class ApiCalls
{
    public static async Task<JsonElement> GetsAsync(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await client.GetAsync("/api/v1/" + path), expected);

    public static async Task<JsonElement> PostsAsync(this HttpClient client, string path, object body, HttpStatusCode expected = HttpStatusCode.Created) =>
        await ReadAsync(await client.PostAsJsonAsync("/api/v1/" + path, body), expected);

    public static async Task<JsonElement> PatchesAsync(this HttpClient client, string path, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await client.PatchAsJsonAsync("/api/v1/" + path, body), expected);

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    /// <summary>The faults of a refusal as <c>field code</c>.</summary>
    public static IEnumerable<string> Faults(this JsonElement problem) =>
        problem.GetProperty("details").EnumerateArray().Select(fault => $"{fault.Text("field")} {fault.Text("code")}");

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {text}");
        return text is "" ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
