using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Web.Tests.Access.TwoFactor;

/// <summary>A WebAuthn authenticator in a few lines: one P-256 key, a counter, and whatever lies a test wants it to tell.</summary>
internal sealed class SoftAuthenticator(string host) : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string userHandle = "";

    public uint Counter { get; set; } = 1;

    public bool VerifiesUser { get; set; } = true;

    public string Origin { get; set; } = $"http://{host}";

    public string RelyingParty { get; set; } = host;

    public string Create(string options)
    {
        using var asked = JsonDocument.Parse(options);
        userHandle = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var client = ClientData("webauthn.create", asked);
        var point = key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. AuthenticatorData(attests: true), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Answer(new { clientDataJSON = Text(client), attestationObject = Text(attestation), transports = new[] { "internal" } });
    }

    public string Get(string options)
    {
        using var asked = JsonDocument.Parse(options);
        Counter++;
        var (client, data) = (ClientData("webauthn.get", asked), AuthenticatorData(attests: false));
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { clientDataJSON = Text(client), authenticatorData = Text(data), signature = Text(signature), userHandle });
    }

    public void Dispose() => key.Dispose();

    private string Answer(object response) => JsonSerializer.Serialize(new
    {
        id = Text(id), rawId = Text(id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response,
    });

    private byte[] ClientData(string type, JsonDocument asked) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type, challenge = asked.RootElement.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false,
    });

    private byte[] AuthenticatorData(bool attests)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.ASCII.GetBytes(RelyingParty)), (byte)(0x01 | (VerifiesUser ? 0x04 : 0) | (attests ? 0x40 : 0)), .. counter];
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
