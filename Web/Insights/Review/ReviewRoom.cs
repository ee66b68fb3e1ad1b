using Web.Jobs;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Review;

public static class ReviewRoom
{
    /// <summary>What was asked in vain, and what the company's analysts make of it.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddSettingsPlace(SettingsGroup.Work, "/settings/assistant/review", typeof(ReviewTexts), "Review", Permission.DatasetsManage);
        services.AddSettingsPlace(SettingsGroup.Work, "/settings/assistant/examples", typeof(ReviewTexts), "Examples", Permission.DatasetsManage);
        services.AddSingleton<ExampleRights>();
        services.AddScoped<Examples>().AddScoped<ReviewQueue>().AddScoped<ReviewActs>().AddScoped<ExampleJudge>().AddScoped<Proposals>();
        return services.AddJob<ExampleRunWork>(ExampleRunWork.Kind);
    }
}
