using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.Live;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;

namespace Web.Tests.PlantedFaults;

/// <summary>Ways in which somebody could do or hear what is not theirs.</summary>
internal static class PeopleFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("permissions are not asked for", "rights")
        {
            Replace = (services, _) =>
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(RequiresHandler)));
                services.AddScoped<IAuthorizationHandler, Permissive>();
            },
        },
        new("a page is open to everybody", "routes")
        {
            Replace = (services, _) => services.PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/", page =>
            {
                if (page.ViewEnginePath.EndsWith("/DealsPage", StringComparison.Ordinal)) page.EndpointMetadata.Add(new AllowAnonymousAttribute());
            })),
        },
        new("events need no permission", "events")
        {
            Replace = (services, _) =>
            {
                foreach (var topic in services.Where(service => service.ImplementationInstance is Topic).ToList()) services.Remove(topic);
                services.AddSingleton(new Topic(DealNews.Topic.Name, Permission.UsersRead));
            },
        },
        new("events go to everybody's streams", "events")
        {
            Replace = (services, people) => services.AddSingleton<IListens>(provider =>
                new Gossip(provider.GetRequiredService<LiveStreams>(), [people.A.Company.Id, people.B.Company.Id])),
        },
    ];

    private sealed class Permissive : AuthorizationHandler<RequiresAttribute>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
        {
            if (context.User.Identity?.IsAuthenticated == true) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }

    private sealed class Gossip(LiveStreams streams, Guid[] tenants) : IListens
    {
        public string Channel => "live";

        public void Heard(string payload)
        {
            foreach (var tenant in tenants) streams.Heard(tenant + payload[36..]);
        }

        public void MayHaveMissed()
        {
        }
    }
}
