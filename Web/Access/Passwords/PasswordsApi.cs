using Microsoft.AspNetCore.Http.HttpResults;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.Passwords;

/// <summary>Forgotten passwords, for programs.</summary>
internal static class PasswordsApi
{
    public static void MapPasswords(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/tenant/auth").WithTags("Authentication").AllowAnonymous().WithMetadata(new OwnWorkAttribute());
        auth.MapPost("/forgot_password", ForgottenAsync).WithSummary("Have a link for a new password sent; the answer is the same for every address");
        auth.MapPost("/reset_password", ResetAsync).WithSummary("Set a new password with the token of such a link");
    }

    private static async Task<Accepted> ForgottenAsync(ForgottenRequest request, EnteredTenant entered, PasswordReset reset, CancellationToken cancellation)
    {
        MustBeAtCompany(entered);
        await reset.AskAsync(request.Email, cancellation);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<NoContent> ResetAsync(ResetRequest request, EnteredTenant entered, PasswordReset reset, CancellationToken cancellation)
    {
        MustBeAtCompany(entered);
        if (await reset.UseAsync(request.Token, request.Password, cancellation) is { } fault) throw RefusalException.Invalid(fault with { Field = "/" + fault.Field });
        return TypedResults.NoContent();
    }

    private static void MustBeAtCompany(EnteredTenant entered)
    {
        if (entered.Tenant is null) throw new RefusalException(400, "tenant_required");
    }
}

/// <summary>Whose password was forgotten.</summary>
public sealed record ForgottenRequest(string? Email);

/// <summary>The token of the link that was sent, and the new password.</summary>
public sealed record ResetRequest(string? Token, string? Password);
