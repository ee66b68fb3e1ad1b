using Web.Access.SignIn;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Site.SignUp;

public enum AddressState { Empty, Free, Malformed, Reserved, Taken, Unknown }

/// <summary>Tells whether a company may have an address. Which addresses there are is public by nature; asking for many is put off.</summary>
internal sealed class Addresses(TenantDirectory directory, SignInTurns turns)
{
    /// <summary>While somebody types.</summary>
    public async Task<AddressState> LookAsync(string? slug, CancellationToken cancellation) =>
        await turns.OfNetworkAsync("address", 120, TimeSpan.FromMinutes(10), cancellation) is not null ? AddressState.Unknown : await StateAsync(slug?.Trim().ToLowerInvariant(), cancellation);

    public async Task<AddressState> StateAsync(string? slug, CancellationToken cancellation) =>
        string.IsNullOrEmpty(slug) ? AddressState.Empty
        : !Slug.IsValid(slug) ? AddressState.Malformed
        : Slug.IsReserved(slug) ? AddressState.Reserved
        : await directory.FindAsync(slug, cancellation) is not null ? AddressState.Taken
        : AddressState.Free;
}
