using Web.Access.Start;
using Web.Demo.Sample;
using Web.Jobs;
using Web.Kernel;
using Web.Ui;

namespace Web.Demo;

public static class DemoRoom
{
    /// <summary>Companies to try things out with. Development only, unless <c>Demo:Seed</c> asks for the two of the welcome.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<SampleData>().AddSingleton<ISampleData>(provider => provider.GetRequiredService<SampleData>()).AddJob<SampleWork>(SampleWork.Kind);
        services.AddSettingsPlace(SettingsGroup.Work, "/settings/sample", typeof(SampleTexts), "Sample.Title", Permission.SettingsManage);
        services.AddSingleton<DemoCompanies>().AddSingleton<PublicData.DemoDatasets>();
        if (configuration.GetValue("Demo:Seed", environment.IsDevelopment())) services.AddHostedService<DemoSeed>();
        return services;
    }

    public static void MapDemo(this WebApplication app)
    {
        if (app.Environment.IsDevelopment()) app.MapDemoOrganization();
    }
}
