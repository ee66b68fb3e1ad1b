using Web.Access;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Crm;

/// <summary>Who does something, and when: the instant, and the day it is for the company.</summary>
public sealed record Moment(Guid? By, DateTimeOffset At, DateOnly Today)
{
    public static Moment Of(Guid? by, DateTimeOffset at, Calendar calendar) => new(by, at, calendar.DateOf(at));

    internal static Moment OfRequest(IServiceProvider services) => Of(
        services.GetRequiredService<CurrentMember>().Id, services.GetRequiredService<TimeProvider>().GetUtcNow(),
        services.GetRequiredService<EnteredTenant>().Required.Calendar);
}
