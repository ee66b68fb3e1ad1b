using Web.Insights.Charts;
using Web.Insights.Datasets;

namespace Web.Insights;

public static class InsightsRoom
{
    /// <summary>Questions, charts and the datasets they are about.</summary>
    public static IServiceCollection AddInsights(this IServiceCollection services)
    {
        services.AddCharts();
        services.AddDatasets();
        services.AddScoped<Assistant.Assistant>();
        services.AddScoped<Assistant.PastAnswers>();
        services.AddScoped<Assistant.AnswerViews>();
        services.AddSingleton<Assistant.Samples>();
        return services;
    }
}
