using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Web.Data;

public static class DataRoom
{
    /// <summary>The tenant's database context, its scope and the data sources of the process.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, Database database)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton(database.Key);
        services.AddSingleton(new TenantProof(database.Key.Derive("tenant entrance")));
        services.AddSingleton<TenantEntrance>();
        services.AddSingleton(_ => NpgsqlDataSource.Create(database.Process));
        services.AddPooledDbContextFactory<AppDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)) // counting stops at a thousand, of any order
            .AddInterceptors(provider.GetRequiredService<TenantEntrance>())
            .AddInterceptors(provider.GetServices<ISaveChangesInterceptor>()));
        services.AddSingleton<Caches>();
        services.AddSingleton<Turns>();
        services.AddSingleton<Remembered>();
        services.AddSingleton<IListens>(provider => provider.GetRequiredService<Remembered>());
        services.AddHostedService<Listener>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => provider.GetRequiredService<KeyRing>());
        services.AddDataProtection().SetApplicationName("tsumugi");
        services.AddScoped<WorkAroundPageHandlers>();
        services.AddScoped<TenantScope>();
        services.AddScoped<TenantWork>();
        services.AddScoped(provider => provider.GetRequiredService<TenantWork>().Lease(provider.GetRequiredService<TenantScope>()));
        return services;
    }
}
