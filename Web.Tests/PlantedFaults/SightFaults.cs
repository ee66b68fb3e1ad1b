using Microsoft.Extensions.DependencyInjection;
using Web.Crm.Deals;
using Web.Data;

namespace Web.Tests.PlantedFaults;

/// <summary>Ways in which somebody could see what the company's rule keeps from them.</summary>
internal static class SightFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        .. new[] { "accounts", "contacts", "deals", "tasks", "activities", "notes", "stage_history" }
            .Select(table => new Fault($"the sight of {table} is dropped", "catalogue", "sight") { Sql = $"drop policy sight on app.{table}" }),
        .. new[] { "deal_contacts", "deal_lines" }.Select(table => new Fault($"the sight of {table} is dropped", "catalogue") { Sql = $"drop policy sight on app.{table}" }),
        new("the sight of deals lets everything through", "catalogue", "sight") { Sql = "alter policy sight on app.deals using (true)" },
        new("everybody's sight is everything", "sight", "sight of events")
        {
            Sql = "create or replace function app.sight_of(viewer uuid) returns uuid[] language sql stable set search_path = '' as 'select null::uuid[]'",
        },
        new("the way in forgets whose records somebody sees", "sight", "sight of events")
        {
            Sql = """
                  create or replace function app.enter(tenant uuid, proof bytea, read_only boolean, sees uuid[]) returns void
                  language plpgsql security definer set search_path = '' as $$ begin perform app.enter(tenant, proof, read_only); end $$
                  """,
        },
        new("events are told to those who do not see the record", "sight of events")
        {
            Replace = (services, _) =>
            {
                foreach (var topic in services.Where(service => service.ImplementationInstance is Topic).ToList()) services.Remove(topic);
                services.AddSingleton(DealNews.Topic with { Seen = null });
            },
        },
    ];
}
