using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Web.Access.TwoFactor;

/// <summary>A QR code as one SVG path: dark on white in both looks, because cameras want it so.</summary>
internal static class QrCode
{
    public static HtmlString Svg(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
                if (rows[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new HtmlString(string.Create(CultureInfo.InvariantCulture,
            $"""<svg class="qr" viewBox="0 0 {rows.Count} {rows.Count}" role="img" aria-label="{System.Net.WebUtility.HtmlEncode(label)}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="{path}" fill="#000"/></svg>"""));
    }

    /// <summary>What an authenticator app reads from it.</summary>
    public static string Uri(string issuer, string account, byte[] key)
    {
        var (name, owner) = (System.Uri.EscapeDataString(issuer.Replace(':', ' ')), System.Uri.EscapeDataString(account));
        return $"otpauth://totp/{name}:{owner}?secret={Base32.Encode(key)}&issuer={name}&algorithm=SHA1&digits={TimeCode.Digits}&period={TimeCode.Seconds}";
    }
}
