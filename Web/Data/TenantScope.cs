using System.Net;

namespace Web.Data;

/// <summary>
/// Who this unit of work is for: the tenant the door found, the member the credential named, and where the call came from.
/// Set once at the door (or by a job from its own row); reading an unset tenant is a fault, never "all tenants".
/// </summary>
public sealed class TenantScope
{
    private Guid? tenant;

    public Guid TenantId => tenant ?? throw new InvalidOperationException("No tenant has been entered.");

    public bool IsSet => tenant is not null;

    public Guid? MemberId { get; private set; }

    public IPAddress? Address { get; set; }

    public string? UserAgent { get; set; }

    /// <exception cref="InvalidOperationException">Another tenant was set before: a scope never changes hands.</exception>
    public void Enter(Guid id)
    {
        if (tenant is { } before && before != id) throw new InvalidOperationException("A scope never changes its tenant.");
        tenant = id;
    }

    public void ActAs(Guid member) => MemberId = member;

    /// <summary>The owners whose records this work may see; null: everybody's. The tables hold to it.</summary>
    public IReadOnlyList<Guid>? Sees { get; private set; }

    /// <summary>Tells apart what people of different sight may share of what was read.</summary>
    public string SightKey => Sees is null ? "" : string.Join(' ', Sees.Order());

    public void See(IReadOnlyList<Guid>? owners) => Sees = owners;
}
