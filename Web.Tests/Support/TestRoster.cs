using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.Members;
using Web.Access.Sessions;
using Web.Data;
using Web.Kernel;

namespace Web.Tests.Support;

/// <summary>Acts on members as a request of one of them does, in a unit of work of its own.</summary>
internal static class TestRoster
{
    /// <summary>Demotes or deactivates, by the round.</summary>
    /// <returns>False: refused.</returns>
    public static async Task<bool> ActAsync(TestApp app, TestTenant company, Guid actor, Guid target, int round)
    {
        await using var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(company.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, default);
        try
        {
            var roster = await Roster.HoldForAsync(db, app.Services.GetRequiredService<LiveSessions>(), actor, DateTimeOffset.UtcNow, default);
            await roster.ChangeAsync(await roster.FindAsync(target, default), round % 2 == 0 ? new MemberChange(Role.Admin) : new MemberChange(Active: false), default);
        }
        catch (RefusalException)
        {
            return false;
        }
        await work.CommitAsync();
        return true;
    }
}
