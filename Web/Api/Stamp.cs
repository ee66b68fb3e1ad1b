using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Web.Kernel;

namespace Web.Api;

/// <summary>The version of a record as an ETag, and the caller's wish that it be still the one it knows.</summary>
public static class Stamp
{
    public static void Show(HttpContext http, uint version) => http.Response.Headers.ETag = FormattableString.Invariant($"\"{version}\"");

    /// <summary>The version of what keeps none: it changes with what is told of it.</summary>
    public static uint Of(params IEnumerable<object?> parts) =>
        BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture))))));

    /// <param name="current">The record as it is answered, for who knew an older one.</param>
    /// <exception cref="RefusalException">412: the record was changed since.</exception>
    public static void MustMatch(HttpContext http, uint version, Func<object> current)
    {
        var wanted = http.Request.GetTypedHeaders().IfMatch;
        if (wanted is not { Count: > 0 } || wanted.Contains(EntityTagHeaderValue.Any)) return;
        var now = new EntityTagHeaderValue(FormattableString.Invariant($"\"{version}\""));
        if (!wanted.Any(tag => tag.Compare(now, useStrongComparison: true))) throw new RefusalException(412, "changed_meanwhile") { Current = current(), Version = version };
    }
}
