using Web.Jobs;

namespace Web.Insights.Review;

public static class ReviewRoom
{
    /// <summary>What was asked in vain, and what the company's analysts make of it.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddSingleton<ExampleRights>();
        services.AddScoped<Examples>().AddScoped<ReviewQueue>().AddScoped<ReviewActs>().AddScoped<ExampleJudge>().AddScoped<Proposals>();
        return services.AddJob<ExampleRunWork>(ExampleRunWork.Kind);
    }
}
