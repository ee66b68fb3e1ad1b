using Web.Kernel;
using Web.Tenancy;

namespace Web.Insights.Datasets;

/// <summary>How much a company may upload.</summary>
internal static class DatasetLimits
{
    /// <summary>The largest file.</summary>
    public const long MostBytes = 200_000_000;

    /// <summary>A file up to this size is loaded in the request: about a second of work.</summary>
    public const long QuickBytes = 4_000_000;

    public static int MostDatasets(Tenant tenant) => tenant.Demo ? 1000 : tenant.Plan switch
    {
        "enterprise" => 1000,
        "trial" or "free" => 20,
        _ => 200,
    };

    /// <exception cref="RefusalException">402: one more would be too many.</exception>
    public static void MustHaveRoom(Tenant tenant, int used)
    {
        var most = MostDatasets(tenant);
        if (used >= most) throw new RefusalException(402, "plan_limit_reached", most, used) { Limit = most, Used = used };
    }
}
