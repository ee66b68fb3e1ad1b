using Web.Data;

namespace Web.Tenancy;

/// <summary>Hears of changed tenants, so that a suspension counts at once on every instance.</summary>
internal sealed class TenantChanges(TenantDirectory directory) : IHears
{
    public string Channel => "tenant_changed";

    public void Hear(string payload)
    {
        if (Guid.TryParse(payload, out var id)) directory.Forget(id);
    }

    public void Missed() => directory.ForgetAll();
}
