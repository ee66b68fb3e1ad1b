using Web.Ui;

namespace Web.Insights.Assistant.Models;

public static class ModelsRoom
{
    /// <summary>Language models: the installation's, the companies' own, and the way to them.</summary>
    /// <exception cref="Data.StartRefusedException">The installation's model is not configured as it must be.</exception>
    public static IServiceCollection AddLanguageModels(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(LanguageModelOptions.Section);
        (section.Get<LanguageModelOptions>() ?? new LanguageModelOptions()).MustFit();
        services.AddSettingsPlace(SettingsGroup.Work, "/settings/assistant", typeof(ModelTexts), "Model.Title", Kernel.Permission.SettingsManage);
        services.AddOptions<LanguageModelOptions>().Bind(section);
        services.AddSingleton<EndpointRules>();
        services.AddSingleton<Circuits>();
        services.AddSingleton<LanguageModel>();
        services.AddSingleton<ModelChoice>();
        services.AddSingleton<ModelPrompt>();
        services.AddSingleton<ModelGate>();
        services.AddSingleton<AskSteps>();
        services.AddSingleton<KeptPlans>();
        services.AddScoped<TwoReadings>();
        services.AddScoped<ModelInterpreter>();
        return services;
    }
}
