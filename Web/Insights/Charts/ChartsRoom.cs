using Web.Semantics;

namespace Web.Insights.Charts;

public static class ChartsRoom
{
    /// <summary>The templates, their gate and the road from a query to a picture.</summary>
    public static IServiceCollection AddCharts(this IServiceCollection services)
    {
        services.AddSingleton(ChartTemplates.Load());
        services.AddSingleton<TemplateGate>();
        services.AddSingleton(provider => new QueryRunner(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SharedRows>();
        services.AddSingleton<ChartRender>();
        return services;
    }
}
