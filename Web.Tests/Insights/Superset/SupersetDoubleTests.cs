using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Web.Tests.Insights.Superset;

/// <summary>The double can fail a client that does it wrong; else it would prove nothing.</summary>
public sealed class SupersetDoubleTests
{
    [Fact]
    public async Task It_wants_a_token_a_csrf_token_and_the_cookie_that_came_with_it()
    {
        await using var superset = await SupersetDouble.StartAsync();
        using var client = Client(superset);
        Assert.Contains("Missing Authorization", await ErrorAsync(client, HttpMethod.Get, "/api/v1/chart/", 401));
        var (token, csrf, cookie) = await EnterAsync(client);
        Assert.Contains("The CSRF session token is missing.", await ErrorAsync(client, HttpMethod.Post, "/api/v1/chart/", 400, token, csrf));
        Assert.Contains("The CSRF token is missing.", await ErrorAsync(client, HttpMethod.Post, "/api/v1/chart/", 400, token, null, cookie));
        Assert.Contains("do not match", await ErrorAsync(client, HttpMethod.Post, "/api/v1/chart/", 400, token, "other", cookie));
        Assert.Contains("slice_name", await ErrorAsync(client, HttpMethod.Post, "/api/v1/chart/", 400, token, csrf, cookie));
        superset.Passed = TimeSpan.FromMinutes(16);
        Assert.Contains("expired", await ErrorAsync(client, HttpMethod.Get, "/api/v1/chart/", 401, token));
    }

    [Fact]
    public async Task It_minds_slashes_unknown_fields_filters_and_a_login_without_a_provider()
    {
        await using var superset = await SupersetDouble.StartAsync();
        using var client = Client(superset);
        var (token, csrf, cookie) = await EnterAsync(client);
        await ErrorAsync(client, HttpMethod.Get, "/api/v1/chart", 308, token);
        Assert.Contains("Unknown field", await ErrorAsync(client, HttpMethod.Post, "/api/v1/dataset/", 400, token, csrf, cookie, new JsonObject { ["colour"] = "red" }));
        Assert.Contains("not allowed", await ErrorAsync(client, HttpMethod.Get, "/api/v1/chart/?q=(filters:!((col:colour,opr:eq,value:red)))", 400, token));
        Assert.Contains("Database does not exist", await ErrorAsync(client, HttpMethod.Post, "/api/v1/dataset/", 422, token, csrf, cookie, new JsonObject { ["table_name"] = "t", ["database"] = 7 }));
        Assert.Contains("Fatal", await ErrorAsync(client, HttpMethod.Post, "/api/v1/security/login", 500, body: new JsonObject { ["username"] = "x", ["password"] = "y" }));
    }

    [Fact]
    public async Task It_cuts_pages_at_a_hundred_and_keeps_uuids_single()
    {
        await using var superset = await SupersetDouble.StartAsync();
        using var client = Client(superset);
        var (token, csrf, cookie) = await EnterAsync(client);
        for (var i = 0; i < 150; i++) superset.Things["chart"][i + 1] = new JsonObject { ["uuid"] = Guid.NewGuid().ToString() };
        var page = JsonNode.Parse(await ErrorAsync(client, HttpMethod.Get, "/api/v1/chart/?q=(page:0,page_size:500)", 200, token))!;
        Assert.Equal(100, page["result"]!.AsArray().Count);
        JsonObject Database(string name) => new() { ["database_name"] = name, ["sqlalchemy_uri"] = "postgresql://u:p@h/d", ["uuid"] = "0198c0de-0000-7000-8000-000000000001" };
        await ErrorAsync(client, HttpMethod.Post, "/api/v1/database/", 201, token, csrf, cookie, Database("a"));
        Assert.Contains("could not be created", await ErrorAsync(client, HttpMethod.Post, "/api/v1/database/", 422, token, csrf, cookie, Database("b")));
        Assert.Contains("already exists", await ErrorAsync(client, HttpMethod.Post, "/api/v1/database/", 422, token, csrf, cookie, Database("a")));
    }

    [Theory]
    [InlineData("""{"metric":"amount"}""", "metric")]
    [InlineData("""{"groupby":"status"}""", "groupby")]
    [InlineData("""{"viz_type":"funnel"}""", "viz_type")]
    [InlineData("""{"adhoc_filters":[{"clause":"WHERE","expressionType":"SIMPLE","subject":"a","operator":"=","comparator":1}]}""", "operator")]
    public void It_sees_controls_that_would_fail_in_the_browser(string wrong, string word)
    {
        var metric = JsonNode.Parse("""{"expressionType":"SIMPLE","column":{"column_name":"amount"},"aggregate":"SUM","label":"Sum"}""")!;
        var form = new JsonObject { ["datasource"] = "7__table", ["viz_type"] = "pie", ["groupby"] = new JsonArray("status"), ["metric"] = metric, ["adhoc_filters"] = new JsonArray() };
        var query = JsonNode.Parse("""{"filters":[],"extras":{"having":"","where":""},"applied_time_extras":{},"columns":["status"],"annotation_layers":[],"series_limit":0,"order_desc":true,"url_params":{},"custom_params":{},"custom_form_data":{}}""")!.AsObject();
        query["metrics"] = new JsonArray(metric.DeepClone());
        string Context() => new JsonObject { ["datasource"] = new JsonObject { ["id"] = 7, ["type"] = "table" }, ["queries"] = new JsonArray(query.DeepClone()), ["form_data"] = form.DeepClone() }.ToJsonString();
        Assert.Null(VizTypes.Fault("pie", form.ToJsonString(), Context(), 7));
        foreach (var (name, value) in JsonNode.Parse(wrong)!.AsObject()) form[name] = value?.DeepClone();
        Assert.Contains(word, VizTypes.Fault("pie", form.ToJsonString(), Context(), 7));
    }

    private static HttpClient Client(SupersetDouble superset) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(superset.Url) };

    private static async Task<(string Token, string Csrf, string Cookie)> EnterAsync(HttpClient client)
    {
        var login = await (await client.PostAsJsonAsync("/api/v1/security/login", new { username = SupersetDouble.Username, password = SupersetDouble.Password, provider = "db", refresh = true })).Content.ReadFromJsonAsync<JsonObject>();
        var token = (string)login!["access_token"]!;
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/api/v1/security/csrf_token/") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await client.SendAsync(ask);
        return (token, (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["result"]!, answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    /// <summary>Sends a call, holds its status against the expected one, and gives what was answered.</summary>
    private static async Task<string> ErrorAsync(HttpClient client, HttpMethod method, string path, int status, string? token = null, string? csrf = null, string? cookie = null, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (csrf is not null) request.Headers.Add("X-CSRFToken", csrf);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (method != HttpMethod.Get) request.Content = JsonContent.Create(body ?? []);
        using var answer = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
