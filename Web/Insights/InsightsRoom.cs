using Microsoft.Extensions.Options;
using Web.Access.Start;
using Web.Insights.Assistant.Models;
using Web.Insights.Charts;
using Web.Insights.Datasets;
using Web.Insights.Review;
using Web.Insights.Superset;
using Web.Jobs;

namespace Web.Insights;

public static class InsightsRoom
{
    /// <summary>Questions, charts and the datasets they are about.</summary>
    public static IServiceCollection AddInsights(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCharts();
        services.AddDatasets();
        services.AddScoped<Assistant.Assistant>();
        services.AddScoped<Assistant.Answers.PastAnswers>();
        services.AddScoped<Assistant.Answers.AnswerViews>();
        services.AddScoped<Assistant.History.ConversationHistory>();
        services.AddJob<Assistant.History.ConversationErasure>(Assistant.History.ConversationErasure.Kind);
        services.AddScoped<Assistant.Talk.Replies>();
        services.AddScoped<Assistant.Teaching.Lessons>();
        services.AddSingleton<Assistant.Samples>();
        services.AddHostedService<Assistant.GeneralWords>();
        services.AddScoped<Saved.SavedCharts>();
        services.AddSingleton<Access.Members.IHandsOver, Saved.ChartHandover>();
        services.AddOptions<SupersetOptions>().BindConfiguration("Superset").ValidateOnStart();
        services.AddSingleton<IValidateOptions<SupersetOptions>, SupersetOptionsCheck>();
        services.AddSingleton<ISuperset, SupersetClient>();
        services.AddScoped<SupersetPush>();
        services.AddSingleton<IStartStep, FirstData>().AddSingleton<IStartStep, FirstQuestion>();
        services.AddReview();
        services.AddLanguageModels(configuration);
        return services;
    }
}
