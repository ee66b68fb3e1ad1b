using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Web.Tests.Insights.Superset;

/// <summary>What the double has been asked for, and what it answered.</summary>
internal sealed record Call(string Method, string Path, JsonNode? Body, int Status);

/// <summary>
/// A Superset 6.0 as far as a push meets it, strict where the real one is strict and stricter where the real one would only fail
/// later, in somebody's browser. It keeps to a real listener, so that cookies, redirects and broken lines are real.
/// </summary>
internal sealed partial class SupersetDouble : IAsyncDisposable
{
    public const string Username = "tsumugi", Password = "pass-word";
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> accessTokens = [];
    private readonly HashSet<string> refreshTokens = [];
    private readonly Dictionary<string, string> csrfOfSession = [];
    private int counter;

    private SupersetDouble(WebApplication app) => this.app = app;

    public string Url { get; private set; } = "";
    public Dictionary<string, Dictionary<long, JsonObject>> Things { get; } = new() { ["database"] = [], ["dataset"] = [], ["chart"] = [] };
    public ConcurrentQueue<Call> Calls { get; } = [];
    /// <summary>How far its clock has moved on.</summary>
    public TimeSpan Passed { get; set; }
    /// <summary>Whether lists can be searched by uuid; versions differ.</summary>
    public bool FindsByUuid { get; set; } = true;
    /// <summary>The error of a connection that cannot be opened, by its URI.</summary>
    public Func<string, string?> Connect { get; set; } = _ => null;
    /// <summary>Steps in before a call is looked at; true when it has answered.</summary>
    public Func<HttpContext, Task<bool>>? Before { get; set; }
    /// <summary>Cuts the line after the call has been carried out.</summary>
    public Func<HttpContext, bool>? Lose { get; set; }

    public IEnumerable<Call> Writes => Calls.Where(call => call.Method is "POST" or "PUT" && !call.Path.Contains("/security/", StringComparison.Ordinal));

    public static async Task<SupersetDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var superset = new SupersetDouble(app);
        app.Run(superset.HandleAsync);
        await app.StartAsync();
        superset.Url = app.Urls.First();
        return superset;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var text = await new StreamReader(context.Request.Body).ReadToEndAsync();
        if (Before is { } before && await before(context)) return;
        Answer answer;
        lock (gate) answer = Decide(context, text);
        JsonNode? body = null;
        try { body = text is "" ? null : JsonNode.Parse(text); }
        catch (JsonException) { /* noted without it */ }
        Calls.Enqueue(new Call(context.Request.Method, context.Request.Path + context.Request.QueryString, body, answer.Status));
        if (Lose?.Invoke(context) == true)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = answer.Status;
        if (answer.Cookie is not null) context.Response.Headers.Append("Set-Cookie", $"session={answer.Cookie}; HttpOnly; Path=/; SameSite=Lax");
        if (answer.Location is not null) context.Response.Headers.Location = answer.Location;
        context.Response.ContentType = answer.Html ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.Html ? "<!doctype html><title>Superset</title>" : answer.Body?.ToJsonString() ?? "{}");
    }

    private Answer Decide(HttpContext context, string text)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        if (path == "/api/v1/security/login") return Login(context, text);
        if (path == "/api/v1/security/refresh") return Refresh(context);
        if (Collection().IsMatch(path)) return new Answer(308) { Location = path + "/", Html = true };
        if (Authorize(context, accessTokens.Keys) is { } denied) return denied;
        if (path == "/api/v1/security/csrf_token/") return Csrf(context);
        if (method is not "GET" && Forged(context) is { } forged) return forged;
        if (Resource().Match(path) is not { Success: true } matched) return context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) ? new Answer(404) { Html = true } : E1(404, "Not found");
        var (resource, id) = (matched.Groups["resource"].Value, matched.Groups["id"].Value);
        if (method is "POST" or "PUT" && context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true) return E3(400, "INVALID_PAYLOAD_FORMAT_ERROR", "Request is not JSON");
        return (method, id) switch
        {
            ("GET", "") => List(resource, context.Request.Query["q"].ToString()),
            ("GET", _) => Things[resource].TryGetValue(long.Parse(id, null), out var thing) ? new Answer(200) { Body = new JsonObject { ["id"] = long.Parse(id, null), ["result"] = thing.DeepClone() } } : E1(404, "Not found"),
            ("POST", "") => Create(resource, JsonNode.Parse(text)!.AsObject()),
            ("PUT", not "") => Change(resource, long.Parse(id, null), JsonNode.Parse(text)!.AsObject()),
            _ => E1(405, "Method not allowed"),
        };
    }

    private Answer Login(HttpContext context, string text)
    {
        if (context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true) return E1(400, "Request payload is not JSON");
        var body = JsonNode.Parse(text)!.AsObject();
        if (!body.ContainsKey("provider")) return E1(500, "Fatal error");
        if ((string?)body["provider"] is not ("db" or "ldap")) return E2(400, "provider", "Must be one of: db, ldap.");
        if ((string?)body["username"] != Username || (string?)body["password"] != Password) return E1(401, "Not authorized");
        var answer = new JsonObject { ["access_token"] = Issue() };
        if ((bool?)body["refresh"] == true) refreshTokens.Add((string)(answer["refresh_token"] = $"refresh-{++counter}")!);
        return new Answer(200) { Body = answer };
    }

    private Answer Refresh(HttpContext context) => Authorize(context, refreshTokens) ?? new Answer(200) { Body = new JsonObject { ["access_token"] = Issue() } };

    private string Issue()
    {
        var token = $"access-{++counter}";
        accessTokens[token] = DateTimeOffset.UnixEpoch + Passed;
        return token;
    }

    private Answer? Authorize(HttpContext context, IEnumerable<string> known)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal)) return E4(401, "Missing Authorization Header");
        if (!known.Contains(header[7..])) return E4(422, "Signature verification failed");
        return accessTokens.TryGetValue(header[7..], out var issued) && DateTimeOffset.UnixEpoch + Passed - issued > TimeSpan.FromMinutes(15) ? E4(401, "Token has expired") : null;
    }

    private Answer Csrf(HttpContext context)
    {
        var session = context.Request.Cookies["session"] is { } kept && csrfOfSession.ContainsKey(kept) ? kept : $"session-{++counter}";
        csrfOfSession[session] = $"csrf-{++counter}";
        return new Answer(200) { Body = new JsonObject { ["result"] = csrfOfSession[session] }, Cookie = session };
    }

    private Answer? Forged(HttpContext context)
    {
        if (context.Request.Path == "/api/v1/chart/data") return null;
        var fault = context.Request.Cookies["session"] is not { } session || !csrfOfSession.TryGetValue(session, out var token) ? "The CSRF session token is missing."
            : !context.Request.Headers.TryGetValue("X-CSRFToken", out var sent) ? "The CSRF token is missing." : sent != token ? "The CSRF tokens do not match." : null;
        if (fault is null) return null;
        return context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true ? E3(400, "GENERIC_BACKEND_ERROR", $"400 Bad Request: {fault}") : new Answer(302) { Location = "/login/", Html = true };
    }

    private Answer List(string resource, string rison)
    {
        if (rison is not "" && !rison.StartsWith('(')) return E1(400, "Not a valid rison/json argument");
        var filter = RisonFilter().Match(rison);
        var column = filter.Groups["col"].Value;
        if (filter.Success && (column is not ("uuid" or "id" or "database_name" or "table_name" or "slice_name") || (column == "uuid" && !FindsByUuid))) return E1(400, $"Filter column: {column} not allowed to filter");
        var wanted = int.TryParse(RisonNumber("page_size").Match(rison).Groups["n"].Value, out var size) ? size : 20;
        if (wanted is < 1 or > 100) wanted = 100;
        var page = int.TryParse(RisonNumber("page").Match(rison).Groups["n"].Value, out var number) ? number : 0;
        var rows = Things[resource].Where(pair => !filter.Success || (string?)pair.Value[column] == filter.Groups["value"].Value).OrderBy(pair => pair.Key).ToList();
        var result = rows.Skip(page * wanted).Take(wanted).Select(pair => (JsonNode)new JsonObject { ["id"] = pair.Key, ["uuid"] = (string?)pair.Value["uuid"] });
        return new Answer(200) { Body = new JsonObject { ["count"] = rows.Count, ["ids"] = new JsonArray(), ["result"] = new JsonArray([.. result]) } };
    }

    private Answer Create(string resource, JsonObject body)
    {
        if (Unknown(resource, body, create: true) is { } unknown) return unknown;
        if (Misfit(resource, body, null) is { } misfit) return misfit;
        if (body["uuid"] is { } uuid && Things[resource].Values.Any(thing => (string?)thing["uuid"] == (string?)uuid))
            return E1(422, $"{char.ToUpperInvariant(resource[0])}{resource[1..]} could not be created.");
        var (id, kept) = (++counter + 1000L, (JsonObject)body.DeepClone());
        kept["uuid"] ??= Guid.NewGuid().ToString();
        Things[resource][id] = kept;
        var echo = (JsonObject)kept.DeepClone();
        if (echo.ContainsKey("sqlalchemy_uri")) echo["sqlalchemy_uri"] = "postgresql+psycopg2://user:XXXXXXXXXX@host/db";
        return new Answer(201) { Body = new JsonObject { ["id"] = id, ["result"] = echo } };
    }

    private Answer Change(string resource, long id, JsonObject body)
    {
        if (Unknown(resource, body, create: false) is { } unknown) return unknown;
        if (!Things[resource].TryGetValue(id, out var thing)) return E1(404, "Not found");
        var changed = (JsonObject)thing.DeepClone();
        foreach (var (name, value) in body) changed[name] = value?.DeepClone();
        if (Misfit(resource, changed, id) is { } misfit) return misfit;
        Things[resource][id] = changed;
        return new Answer(200) { Body = new JsonObject { ["id"] = id, ["result"] = body.DeepClone() } };
    }

    private static Answer? Unknown(string resource, JsonObject body, bool create)
    {
        string[] known = (resource, create) switch
        {
            ("dataset", true) => ["database", "catalog", "schema", "table_name", "sql", "owners", "normalize_columns", "always_filter_main_dttm", "is_managed_externally", "external_url", "template_params", "uuid"],
            ("dataset", false) => ["sql", "table_name", "schema", "catalog", "database_id", "columns", "metrics", "main_dttm_col", "description", "cache_timeout", "extra", "owners", "uuid"],
            ("chart", _) => ["slice_name", "description", "viz_type", "owners", "params", "query_context", "query_context_generation", "cache_timeout", "datasource_id", "datasource_type", "dashboards", "certified_by", "certification_details", "is_managed_externally", "external_url", "uuid"],
            _ => [.. body.Select(pair => pair.Key)], // databases take no notice of what they do not know
        };
        return body.Select(pair => pair.Key).FirstOrDefault(name => !known.Contains(name)) is { } strange ? E2(400, strange, "Unknown field.") : null;
    }

    private Answer? Misfit(string resource, JsonObject body, long? id) => resource switch
    {
        "database" => DatabaseMisfit(body, id),
        "dataset" => DatasetMisfit(body, id),
        _ => ChartMisfit(body),
    };

    private Answer? DatabaseMisfit(JsonObject body, long? id)
    {
        if ((string?)body["database_name"] is not { Length: > 0 and <= 250 } name) return E2(400, "database_name", "Missing data for required field.");
        if (Things["database"].Any(pair => pair.Key != id && (string?)pair.Value["database_name"] == name)) return new Answer(422) { Body = new JsonObject { ["message"] = new JsonObject { ["database_name"] = "A database with the same name already exists." } } };
        if ((string?)body["sqlalchemy_uri"] is not { } uri || !Uri().IsMatch(uri)) return E2(400, "sqlalchemy_uri", "Invalid connection string, a valid string usually follows: ...");
        return Connect(uri) is { } error ? E3(400, "CONNECTION_ACCESS_DENIED_ERROR", error) : null;
    }

    private Answer? DatasetMisfit(JsonObject body, long? id)
    {
        if ((string?)body["table_name"] is not { Length: > 0 and <= 250 } table) return E2(400, "table_name", "Missing data for required field.");
        if ((long?)body["database"] is not { } database || !Things["database"].ContainsKey(database)) return E2(422, "database", "Database does not exist");
        var schema = (string?)body["schema"];
        if (Things["dataset"].Any(pair => pair.Key != id && (long?)pair.Value["database"] == database && (string?)pair.Value["schema"] == schema && (string?)pair.Value["table_name"] == table)) return E2(422, "table", $"Dataset {schema}.{table} already exists");
        return (string?)body["sql"] is { } sql && (!sql.StartsWith("select", StringComparison.OrdinalIgnoreCase) || sql.Contains(';', StringComparison.Ordinal)) ? E2(422, "sql", "Invalid SQL: only one SELECT") : null;
    }

    private Answer? ChartMisfit(JsonObject body)
    {
        if ((string?)body["slice_name"] is not { Length: > 0 and <= 250 }) return E2(400, "slice_name", "Missing data for required field.");
        if ((string?)body["datasource_type"] != "table") return E2(400, "datasource_type", "Must be one of: dataset, query, saved_query, table, view.");
        if ((long?)body["datasource_id"] is not { } dataset || !Things["dataset"].ContainsKey(dataset)) return E2(422, "datasource_id", "Datasource does not exist");
        if (!IsJson(body["params"])) return E2(400, "params", "JSON not valid");
        if (!IsJson(body["query_context"])) return E2(400, "query_context", "JSON not valid");
        // Superset itself takes any content here, and the chart fails in the browser.
        return VizTypes.Fault((string?)body["viz_type"], (string)body["params"]!, (string)body["query_context"]!, dataset) is { } fault ? E2(400, "params", fault) : null;
    }

    private static bool IsJson(JsonNode? text)
    {
        try { return text is JsonValue value && value.TryGetValue<string>(out var json) && JsonNode.Parse(json) is not null; }
        catch (JsonException) { return false; }
    }

    private static Answer E1(int status, string message) => new(status) { Body = new JsonObject { ["message"] = message } };

    private static Answer E2(int status, string field, string message) => new(status) { Body = new JsonObject { ["message"] = new JsonObject { [field] = new JsonArray(message) } } };

    private static Answer E3(int status, string type, string message) => new(status) { Body = new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["message"] = message, ["error_type"] = type, ["level"] = "error", ["extra"] = new JsonObject() }) } };

    private static Answer E4(int status, string message) => new(status) { Body = new JsonObject { ["msg"] = message } };

    private static Regex RisonNumber(string name) => new($"[(,]{name}:(?<n>-?[0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex("^/api/v1/(database|dataset|chart|security/csrf_token)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Collection();

    [GeneratedRegex("^/api/v1/(?<resource>database|dataset|chart)/(?<id>[0-9]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Resource();

    [GeneratedRegex("col:(?<col>[a-z_]+),opr:eq,value:'?(?<value>[^')]+)'?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RisonFilter();

    [GeneratedRegex("^[a-z]+(\\+[a-z0-9]+)?://[^:/@]+:[^@]*@[^/]+/.+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Uri();

    private sealed record Answer(int Status)
    {
        public JsonNode? Body { get; init; }
        public string? Cookie { get; init; }
        public string? Location { get; init; }
        public bool Html { get; init; }
    }
}
