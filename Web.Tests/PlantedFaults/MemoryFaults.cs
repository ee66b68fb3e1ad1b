using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Web.Data;
using Web.Insights.Assistant.Models;
using Web.Semantics;

namespace Web.Tests.PlantedFaults;

/// <summary>Ways in which a memory could give one company's things to another, or keep them too long.</summary>
internal static class MemoryFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("companies are remembered without their names", key => key is ValueTuple<int, object> { Item2: string } ? "a company" : key, "canaries"),
        Of("values are remembered without their tenant", key => key is ValueTuple<Guid, string, string> value ? (value.Item2, value.Item3) : key, "canaries", "values"),
        Of("stages and people are remembered without their tenant", key => key is ValueTuple<int, Guid> value ? value.Item1 : key, "canaries"),
        Of("datasets are remembered without their names", key => key is ValueTuple<Guid, Guid, uint> ? "a dataset" : key, "canaries"),
        Of("sessions are remembered without their tenant", key => key is ValueTuple<int, Guid, int, Guid> value ? value.Item4 : key, "values"),
        Plans("plans are remembered without their tenant", key => key with { Tenant = Guid.Empty }),
        Plans("plans are remembered without their reader's rights", key => key with { Rights = "" }),
        Plans("plans are remembered without their words", key => key with { Words = "" }),
        Plans("plans are remembered without their language", key => key with { Locale = "" }),
        Plans("plans are remembered without the chart before", key => key with { Previous = "" }),
        Rows("rows are shared without their tenant", key => key with { Tenant = Guid.Empty }),
        Rows("rows are shared without what their reader may see", key => key with { Filters = "", Values = "" }),
        Rows("rows are shared without their values", key => key with { Values = "" }),
        Rows("rows are shared without their edition", key => key with { Edition = "" }),
        new Fault("a chart is remembered before anybody asks who may see it", "shared rows") { Replace = (services, _) =>
        {
            var kept = new ConcurrentDictionary<string, (string? Type, byte[] Body)>();
            services.AddSingleton<IStartupFilter>(new First(async (context, next) =>
            {
                if (context.Request.Path != "/api/v1/charts/render") await next(context);
                else await AnswerAsync(context, next, kept, context.Request.Host + await BodyOfAsync(context.Request));
            }));
        } },
        new Fault("nothing is ever forgotten", "sessions", "suspension") { Replace = (services, _) => services.AddSingleton<Caches>(new Odd(key => key, forgets: false)) },
        Answers("answers are remembered by their path", request => request.Path + request.QueryString.Value, "canaries"),
        Answers("answers are remembered without their person", request => request.Host + request.Path + request.QueryString.Value, "people"),
        new Fault("answers may be kept by anybody on the way", "canaries") { Replace = (services, _) => services.AddSingleton<IStartupFilter>(new First((context, next) =>
        {
            context.Response.OnStarting(() => { context.Response.Headers.CacheControl = "public, max-age=60"; return Task.CompletedTask; });
            return next(context);
        })) },
    ];

    private static Fault Of(string name, Func<object, object> key, params string[] checks) =>
        new(name, checks) { Replace = (services, _) => services.AddSingleton<Caches>(new Odd(key, forgets: true)) };

    private static Fault Plans(string name, Func<PlanKey, PlanKey> keyOf) => Of(name, key => key is PlanKey plan ? keyOf(plan) : key, "plans");

    private static Fault Rows(string name, Func<RowsKey, RowsKey> keyOf) => Of(name, key => key is RowsKey rows ? keyOf(rows) : key, "shared rows");

    private static Fault Answers(string name, Func<HttpRequest, string> keyOf, params string[] checks) => new(name, checks)
    {
        Replace = (services, _) =>
        {
            var kept = new ConcurrentDictionary<string, (string? Type, byte[] Body)>();
            services.AddSingleton<IStartupFilter>(new First((context, next) => HttpMethods.IsGet(context.Request.Method) ? AnswerAsync(context, next, kept, keyOf(context.Request)) : next(context)));
        },
    };

    private static async Task<string> BodyOfAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        request.Body.Position = 0;
        return body;
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, ConcurrentDictionary<string, (string? Type, byte[] Body)> kept, string key)
    {
        if (!kept.TryGetValue(key, out var answer))
        {
            var (outer, inner) = (context.Response.Body, new MemoryStream());
            context.Response.Body = inner;
            await next(context);
            context.Response.Body = outer;
            answer = (context.Response.ContentType, inner.ToArray());
            if (context.Response.StatusCode == 200) kept[key] = answer;
        }
        else context.Response.ContentType = answer.Type;
        await context.Response.Body.WriteAsync(answer.Body);
    }

    private sealed class Odd(Func<object, object> key, bool forgets) : Caches
    {
        public override IMemoryCache Make(long size) => new OddCache(base.Make(size), key, forgets);
    }

    private sealed class OddCache(IMemoryCache own, Func<object, object> keyOf, bool forgets) : IMemoryCache
    {
        public bool TryGetValue(object key, out object? value) => own.TryGetValue(keyOf(key), out value);

        public ICacheEntry CreateEntry(object key)
        {
            var entry = own.CreateEntry(keyOf(key));
            return forgets ? entry : new Lasting(entry);
        }

        public void Remove(object key)
        {
            if (forgets) own.Remove(keyOf(key));
        }

        public void Dispose() => own.Dispose();
    }

    private sealed class Lasting(ICacheEntry own) : ICacheEntry
    {
        public object Key => own.Key;
        public object? Value { get => own.Value; set => own.Value = value; }
        public DateTimeOffset? AbsoluteExpiration { get; set; }
        public TimeSpan? AbsoluteExpirationRelativeToNow { get; set; }
        public TimeSpan? SlidingExpiration { get; set; }
        public IList<IChangeToken> ExpirationTokens => own.ExpirationTokens;
        public IList<PostEvictionCallbackRegistration> PostEvictionCallbacks => own.PostEvictionCallbacks;
        public CacheItemPriority Priority { get => own.Priority; set => own.Priority = value; }
        public long? Size { get => own.Size; set => own.Size = value; }
        public void Dispose() => own.Dispose();
    }
}
