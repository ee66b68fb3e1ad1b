using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Editing;
using Web.Insights.Datasets.History;
using Web.Insights.Datasets.Loading;
using Web.Insights.Datasets.Values;
using Web.Jobs;

namespace Web.Insights.Datasets;

internal static class DatasetsRoom
{
    /// <summary>What there is to ask about, and the way in for more.</summary>
    public static IServiceCollection AddDatasets(this IServiceCollection services)
    {
        services.AddSingleton<ValueIndex>().AddSingleton<KnownDatasets>();
        services.AddScoped<PermittedDatasets>().AddScoped<RelationKeys>().AddScoped<DatasetAnswers>().AddScoped<DatasetViews>().AddScoped<ContractEditing>().AddScoped<BuiltInEditing>().AddScoped<DatasetBin>();
        services.AddScoped<Staging>().AddScoped<UploadForm>().AddScoped<Reservations>().AddScoped<DatasetLoading>().AddScoped<LoadQueue>();
        return services.AddJob<DatasetLoadWork>(DatasetLoadWork.Kind).AddJob<DatasetSweep>(DatasetSweep.Kind).AddJob<ValueWork>(ValueWork.Kind);
    }
}
