using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Api.Idempotency;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Ui;

namespace Web.Access.ApiKeys;

/// <summary>Keys for programs. A key never makes another: making one needs a recent proof of who one is, which keys do not give.</summary>
internal static class ApiKeysApi
{
    private static readonly Listing<ApiKey> Listing = new Listing<ApiKey>(key => key.Id, "-created_at").By("created_at", key => key.CreatedAt).By("name", key => key.Name);

    private static readonly Filters<ApiKey> Filters = new Filters<ApiKey>().Id("member", key => key.MemberId).OneOf("role", key => key.Role);

    public static void AddApiKeys(this IServiceCollection services)
    {
        services.AddSettingsPlace(SettingsGroup.Company, "/settings/api-keys", typeof(ApiKeysTexts), "Keys.Title", Permission.ApiKeysManageOwn);
        services.AddJob<KeyEndWork>(KeyEndWork.Kind);
        services.AddScoped<CompanyKeys>().AddSingleton<LiveKeys>().AddSingleton<IListens>(provider => provider.GetRequiredService<LiveKeys>());
    }

    public static void MapApiKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/tenant/api-keys").WithTags("API keys").Requires(Permission.ApiKeysManageOwn);
        keys.MapGet("", ListAsync).WithSummary("Your API keys, or the company's with api_keys.manage");
        keys.MapPost("", MakeAsync).RequiresRecentProof().WithMetadata(new AnswerNeverKeptAttribute()).Accepts<ApiKeyBody>("application/json").WithSummary("Make an API key; its text is answered this once");
        keys.MapDelete("/{id:guid}", RevokeAsync).WithSummary("Revoke an API key");
    }

    private static async Task<Page<ApiKeyAnswer>> ListAsync([AsParameters] ListRequest request, HttpRequest http, CompanyKeys keys, CancellationToken cancellation)
    {
        var (rows, next, total) = await Listing.ReadAsync(Filters.Apply(keys.Live().AsNoTracking(), http.Query), request, cancellation);
        return new Page<ApiKeyAnswer>([.. rows.Select(ApiKeyAnswer.Of)], next, total);
    }

    private static async Task<Created<NewApiKeyAnswer>> MakeAsync(JsonElement body, CompanyKeys keys, CurrentMember current, TimeProvider time, CancellationToken cancellation)
    {
        var (key, text) = await keys.MakeAsync(ApiKeyBody.Read(body, current.Person.Role, time.GetUtcNow()), cancellation);
        return TypedResults.Created((string?)null, NewApiKeyAnswer.Of(key, text));
    }

    private static async Task<NoContent> RevokeAsync(Guid id, CompanyKeys keys, CancellationToken cancellation)
    {
        await keys.RevokeAsync(id, null, cancellation);
        return TypedResults.NoContent();
    }
}
