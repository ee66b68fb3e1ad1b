using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Web.Insights.Superset;

/// <summary>What we ask of Superset. A thing of ours is known there by its uuid.</summary>
public interface ISuperset
{
    /// <returns>The id of the thing with this uuid, or null.</returns>
    Task<long?> FindAsync(Guid tenant, string resource, Guid uuid, CancellationToken cancellation);

    Task<JsonNode> ReadAsync(Guid tenant, string resource, long id, CancellationToken cancellation);

    /// <summary>Not repeated: whoever calls looks by uuid what became of it.</summary>
    Task<long> CreateAsync(Guid tenant, string resource, JsonObject body, CancellationToken cancellation);

    Task ChangeAsync(Guid tenant, string resource, long id, JsonObject body, CancellationToken cancellation);
}

/// <summary>
/// The one place that speaks with Superset's REST API: sign-in, CSRF with its cookie, renewal, look-ups page by page, and every
/// form of refusal as a <see cref="SupersetException"/>. It follows no redirects. What may be repeated without harm is, twice.
/// </summary>
public sealed class SupersetClient(IOptions<SupersetOptions> options, TimeProvider time) : ISuperset, IDisposable
{
    private const int PageSize = 100, MostPages = 1000;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(900)];
    private readonly ConcurrentDictionary<Guid, SupersetSession> sessions = new();
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 8 * 1024 * 1024 };

    private SupersetOptions Target => options.Value;

    public async Task<long?> FindAsync(Guid tenant, string resource, Guid uuid, CancellationToken cancellation)
    {
        try
        {
            return (await PageAsync(tenant, resource, $"(filters:!((col:uuid,opr:eq,value:'{uuid}')),columns:!(id,uuid),page:0,page_size:{PageSize})", uuid, cancellation)).Found;
        }
        catch (SupersetException failure) when (failure.Status == 400)
        {
            // A version that cannot look for a uuid: read them all.
        }
        for (var page = 0; page < MostPages; page++)
        {
            var (found, last) = await PageAsync(tenant, resource, $"(columns:!(id,uuid),page:{page},page_size:{PageSize})", uuid, cancellation);
            if (found is not null || last) return found;
        }
        throw new SupersetException(400, $"{resource}: more than {MostPages * PageSize} of them");
    }

    public async Task<JsonNode> ReadAsync(Guid tenant, string resource, long id, CancellationToken cancellation) =>
        (await CallAsync(tenant, HttpMethod.Get, $"/api/v1/{resource}/{id}", null, cancellation))["result"] ?? new JsonObject();

    public async Task<long> CreateAsync(Guid tenant, string resource, JsonObject body, CancellationToken cancellation) =>
        (await CallAsync(tenant, HttpMethod.Post, $"/api/v1/{resource}/", body, cancellation))["id"]?.GetValue<long>() ?? throw new SupersetException(0, "it did not say what it made");

    public Task ChangeAsync(Guid tenant, string resource, long id, JsonObject body, CancellationToken cancellation) =>
        CallAsync(tenant, HttpMethod.Put, $"/api/v1/{resource}/{id}{(body.ContainsKey("sql") ? "?override_columns=true" : "")}", body, cancellation);

    public void Dispose() => http.Dispose();

    private async Task<(long? Found, bool Last)> PageAsync(Guid tenant, string resource, string rison, Guid uuid, CancellationToken cancellation)
    {
        var answer = await CallAsync(tenant, HttpMethod.Get, $"/api/v1/{resource}/?q={Uri.EscapeDataString(rison)}", null, cancellation);
        var rows = answer["result"] as JsonArray ?? [];
        var row = rows.FirstOrDefault(one => Guid.TryParse((string?)one?["uuid"], out var own) && own == uuid);
        return ((long?)row?["id"], rows.Count < PageSize);
    }

    /// <summary>One call with a session that holds: a token or a CSRF token that ran out is renewed once.</summary>
    private async Task<JsonNode> CallAsync(Guid tenant, HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        var session = sessions.GetOrAdd(tenant, _ => new SupersetSession());
        for (var again = 0; ; again++)
        {
            var token = await EnterAsync(session, cancellation);
            try
            {
                return await PatientlyAsync(session, method, path, body, token, cancellation);
            }
            catch (SupersetException failure) when (again == 0 && failure.Status is 401 or 400 or 422 && IsOfSession(failure))
            {
                await RenewAsync(session, token, failure, cancellation);
            }
        }
    }

    private static bool IsOfSession(SupersetException failure) =>
        failure.Status == 401 || failure.Message.Contains("CSRF", StringComparison.Ordinal)
        || failure.Message.Contains("Signature verification failed", StringComparison.Ordinal) || failure.Message.Contains("Not enough segments", StringComparison.Ordinal);

    /// <summary>What changes nothing by being asked twice is asked again when the line or the server fails.</summary>
    private async Task<JsonNode> PatientlyAsync(SupersetSession session, HttpMethod method, string path, JsonObject? body, string? token, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await SendAsync(session, method, path, body, token, cancellation);
            }
            catch (SupersetException failure) when (failure.IsUncertain && attempt < Pauses.Length && method != HttpMethod.Post)
            {
                await Task.Delay(Pauses[attempt], time, cancellation);
            }
        }
    }

    private async Task<string> EnterAsync(SupersetSession session, CancellationToken cancellation)
    {
        await session.Door.WaitAsync(cancellation);
        try
        {
            if (session.AccessToken is null) await SignInAsync(session, cancellation);
            if (session.Csrf is null) await FetchCsrfAsync(session, cancellation);
            return session.AccessToken!;
        }
        finally
        {
            session.Door.Release();
        }
    }

    private async Task SignInAsync(SupersetSession session, CancellationToken cancellation)
    {
        var body = new JsonObject { ["username"] = Target.Username, ["password"] = Target.Password, ["provider"] = Target.Provider, ["refresh"] = true };
        var answer = await SendAsync(session, HttpMethod.Post, "/api/v1/security/login", body, null, cancellation);
        (session.AccessToken, session.RefreshToken, session.Csrf) = ((string?)answer["access_token"], (string?)answer["refresh_token"], null);
        if (session.AccessToken is null) throw new SupersetException(401, "it gave no token");
    }

    private async Task FetchCsrfAsync(SupersetSession session, CancellationToken cancellation) =>
        session.Csrf = (string?)(await PatientlyAsync(session, HttpMethod.Get, "/api/v1/security/csrf_token/", null, session.AccessToken, cancellation))["result"];

    /// <param name="used">The token that was refused; another caller may have renewed it meanwhile.</param>
    private async Task RenewAsync(SupersetSession session, string used, SupersetException failure, CancellationToken cancellation)
    {
        await session.Door.WaitAsync(cancellation);
        try
        {
            session.Csrf = null;
            if (failure.Message.Contains("CSRF", StringComparison.Ordinal) || session.AccessToken != used) return;
            session.AccessToken = null;
            if (session.RefreshToken is not { } refresh) return;
            session.RefreshToken = null;
            var answer = await SendAsync(session, HttpMethod.Post, "/api/v1/security/refresh", null, refresh, cancellation);
            (session.AccessToken, session.RefreshToken) = ((string?)answer["access_token"], refresh);
        }
        catch (SupersetException refused) when (refused.Status is 401 or 422)
        {
            // The next call signs in anew.
        }
        finally
        {
            session.Door.Release();
        }
    }

    private async Task<JsonNode> SendAsync(SupersetSession session, HttpMethod method, string path, JsonObject? body, string? token, CancellationToken cancellation)
    {
        var address = new Uri(Target.Base + path);
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (session.Cookies.GetCookieHeader(address) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
        if (session.Csrf is not null && method != HttpMethod.Get) request.Headers.Add("X-CSRFToken", session.Csrf);
        if (address.Scheme == "https") request.Headers.Referrer = new Uri(Target.Base + "/");
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var limit = new CancellationTokenSource(Target.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var answer = await http.SendAsync(request, either.Token);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set)) foreach (var cookie in set) session.Cookies.SetCookies(address, cookie);
            return Read(answer, await answer.Content.ReadAsStringAsync(either.Token));
        }
        catch (OperationCanceledException cause) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new SupersetException(0, $"no answer within {Target.Timeout.TotalSeconds:0.#} s", cause);
        }
        catch (Exception cause) when (cause is HttpRequestException or CookieException)
        {
            throw new SupersetException(0, (cause as HttpRequestException)?.HttpRequestError is { } error and not HttpRequestError.Unknown ? $"no connection ({error})" : "no connection", cause);
        }
    }

    private static JsonNode Read(HttpResponseMessage answer, string text)
    {
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (!answer.IsSuccessStatusCode || type != "application/json") throw SupersetException.Of((int)answer.StatusCode is var status and >= 300 ? status : 502, type, text);
        try
        {
            return JsonNode.Parse(text) ?? throw new SupersetException(502, "it answered nothing");
        }
        catch (JsonException cause)
        {
            throw new SupersetException(502, "it answered in an unknown form", cause);
        }
    }
}
