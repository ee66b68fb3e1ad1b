using Web.Api.RateLimits;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.SignIn;

/// <summary>
/// How often passwords and links may be tried: for each company by network and by account, known or not, counted for all
/// instances together. The network is that of the connection, or what a configured proxy said; never a header of the caller's.
/// </summary>
internal sealed class SignInTurns(Turns turns, TenantScope scope, EnteredTenant entered)
{
    private const int WideForTrials = 200; // a demo company is there to be tried out

    public async Task<TimeSpan?> TakeAsync(string email, CancellationToken cancellation) =>
        await OfNetworkAsync("sign-in", 120, TimeSpan.FromMinutes(10), cancellation) ?? await OfAccountAsync("sign-in", email, 30, TimeSpan.FromMinutes(10), cancellation);

    public Task<TimeSpan?> OfNetworkAsync(string what, int most, TimeSpan span, CancellationToken cancellation) =>
        scope.Address is { } address ? turns.TakeAsync($"{what} by network", $"{Company}\n{CallLimits.NetworkOf(address)}", Wide(most), span, cancellation) : Task.FromResult<TimeSpan?>(null);

    public Task<TimeSpan?> OfAccountAsync(string what, string email, int most, TimeSpan span, CancellationToken cancellation) =>
        turns.TakeAsync($"{what} by account", $"{Company}\n{Member.Normalize(email)}", Wide(most), span, cancellation);

    private string Company => scope.IsSet ? scope.TenantId.ToString() : "apex";

    private int Wide(int most) => entered.Tenant is { Demo: true } ? most * WideForTrials : most;
}
