using Web.Insights.Assistant.Models;
using Web.Insights.Charts;
using Web.Insights.Datasets;

namespace Web.Insights;

public static class InsightsRoom
{
    /// <summary>Questions, charts and the datasets they are about.</summary>
    public static IServiceCollection AddInsights(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCharts();
        services.AddSingleton<ValueIndex>();
        services.AddScoped<PermittedDatasets>();
        services.AddScoped<Assistant.Assistant>();
        services.AddScoped<Assistant.PastAnswers>();
        services.AddScoped<Assistant.AnswerViews>();
        services.AddSingleton<Assistant.Samples>();
        services.AddLanguageModels(configuration);
        return services;
    }
}
