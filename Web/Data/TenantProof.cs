using System.Security.Cryptography;
using System.Text;

namespace Web.Data;

/// <summary>The process's proof that it may enter a tenant: SHA-256 over the installation's secret and the tenant's id.</summary>
public sealed class TenantProof(byte[] secret)
{
    public byte[] For(Guid tenant)
    {
        Span<byte> message = stackalloc byte[secret.Length + 36];
        secret.CopyTo(message);
        Encoding.ASCII.GetBytes(tenant.ToString("D"), message[secret.Length..]);
        return SHA256.HashData(message);
    }
}
