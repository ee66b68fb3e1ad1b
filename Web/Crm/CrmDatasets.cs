using Web.Crm.Activities;
using Web.Crm.Deals;
using Web.Kernel;
using Web.Semantics;

namespace Web.Crm;

/// <summary>What the CRM offers to be asked about.</summary>
internal sealed class CrmDatasets : IDatasetProvider
{
    public IReadOnlyList<OfferedDataset> Offer(string currency) =>
    [
        new(new Dataset(DealsDataset.Contract(currency), DealsDataset.Source), Permission.CrmRead,
            ["name", "account", "industry", "owner", "team", "pipeline", "stage", "status", "lost_reason"]),
        new(new Dataset(ActivitiesDataset.Contract, ActivitiesDataset.Source), Permission.CrmRead, ["kind", "owner", "account", "deal"]),
    ];

    /// <summary>Every account and every deal is known by name, however many there are.</summary>
    internal static NameSource AccountNames { get; } = new("app.accounts n", "n.tenant_id", "n.name", "n.name_key", "n.deleted_at is null");
    internal static NameSource DealNames { get; } = new("app.deals n", "n.tenant_id", "n.name", "n.name_key", "n.deleted_at is null");

    internal static IReadOnlyDictionary<string, string> Words(string en, string ja) => new Dictionary<string, string> { ["en"] = en, ["ja"] = ja };

    /// <summary>The titles of a closed set of values, and the other words that people use for them.</summary>
    internal static Column WithValues(Column column, params (string Value, string En, string Ja, string[] Others)[] values) => column with
    {
        ValueTitles = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["en"] = values.ToDictionary(value => value.Value, value => value.En),
            ["ja"] = values.ToDictionary(value => value.Value, value => value.Ja),
        },
        ValueSynonyms = values.ToDictionary(value => value.Value, IReadOnlyList<string> (value) => [value.En.ToLowerInvariant(), value.Ja, .. value.Others]),
    };
}
