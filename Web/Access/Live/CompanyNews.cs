using Web.Data;
using Web.Tenancy;

namespace Web.Access.Live;

/// <summary>Hears on every instance that a company was suspended or is being closed: whose pages are open there and who may not stay is out at once.</summary>
internal sealed class CompanyNews(TenantDirectory directory, LiveStreams streams) : IListens
{
    public string Channel => "tenant_changed";

    public void Heard(string message)
    {
        if (!Guid.TryParse(message, out var tenant)) return;
        directory.Forget(tenant); // whichever of the two hears it first
        streams.LookAgain(tenant);
    }

    public void MayHaveMissed()
    {
        // the streams themselves end then, and their pages come back
    }
}
