using System.Text.Json;
using Web.Api;
using Web.Kernel;

namespace Web.Access.ApiKeys;

/// <summary>What a program sends to have a key made.</summary>
internal sealed record ApiKeyBody
{
    /// <summary>What it is for; people know it by this.</summary>
    public string? Name { get; set; }
    /// <summary>No higher than the caller's own, which it is when none is given.</summary>
    public Role? Role { get; set; }
    /// <summary>Permissions of that role that it is limited to; all of them when none are given.</summary>
    public List<string>? Scopes { get; set; }
    /// <summary>When it ends by itself; never when not given.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
    /// <summary>Calls in a minute, at most 100 000.</summary>
    public int? RateLimit { get; set; }

    /// <exception cref="RefusalException">400 or 422, one fault for each field.</exception>
    public static ApiKeyWish Read(JsonElement body, Role own, DateTimeOffset now)
    {
        List<Fault> faults = [];
        var sent = JsonBody.ReadOnto(body, new ApiKeyBody(), faults, "id", "key", "prefix", "created_at", "last_used_at", "member_id");
        return sent.Check(own, now, faults, "/");
    }

    /// <param name="before">What stands before a field's name in a fault.</param>
    /// <inheritdoc cref="Read"/>
    public ApiKeyWish Check(Role own, DateTimeOffset now, List<Fault> faults, string before)
    {
        var name = Name?.Trim() ?? "";
        void Fault(string field, string code, params object[] arguments) => faults.Add(new Fault(before + field, code, arguments));
        if (name is "" && !faults.Exists(fault => fault.Field == before + "name")) Fault("name", "required");
        if (name.Length > ApiKey.LongestName || name.Contains('\0', StringComparison.Ordinal)) Fault("name", "too_long", ApiKey.LongestName);
        if (Scopes is []) Fault("scopes", "required");
        if (Scopes?.Find(scope => !RolePermissions.Table.ContainsKey(scope ?? "")) is not null || Scopes?.Contains(null!) == true) Fault("scopes", "not_one_of", string.Join(", ", RolePermissions.Table.Keys));
        if (ExpiresAt <= now) Fault("expires_at", "not_in_future");
        if (RateLimit is < 1 or > ApiKey.MostCallsPerMinute) Fault("rate_limit", "out_of_range", 1, ApiKey.MostCallsPerMinute);
        return faults.Count == 0 ? new ApiKeyWish(name, Role ?? own, Scopes?.Distinct().Order(StringComparer.Ordinal).ToList(), ExpiresAt?.ToUniversalTime(), RateLimit) : throw RefusalException.Invalid(faults);
    }
}

/// <summary>A key as it is told of: never its secret.</summary>
internal record ApiKeyAnswer(
    Guid Id, string Name, string Prefix, Role Role, IReadOnlyList<string>? Scopes, int? RateLimit, Guid MemberId, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt)
{
    public static ApiKeyAnswer Of(ApiKey key) => new(key.Id, key.Name, key.Prefix, key.Role, key.Scopes, key.RateLimit, key.MemberId, key.CreatedAt, key.ExpiresAt, key.LastUsedAt);
}

/// <summary>A key that was just made.</summary>
/// <param name="Key">Its text; it cannot be had again.</param>
internal sealed record NewApiKeyAnswer(
    string Key, Guid Id, string Name, string Prefix, Role Role, IReadOnlyList<string>? Scopes, int? RateLimit, Guid MemberId, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    public static NewApiKeyAnswer Of(ApiKey key, string text) => new(text, key.Id, key.Name, key.Prefix, key.Role, key.Scopes, key.RateLimit, key.MemberId, key.CreatedAt, key.ExpiresAt);
}
