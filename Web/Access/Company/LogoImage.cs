using System.Security.Cryptography;
using Web.Kernel;

namespace Web.Access.Company;

/// <summary>
/// A picture that was taken apart and put together again: only what draws it is kept, so that nothing else travels in it (places,
/// texts, whatever stands behind its end). What is not one of the three kinds by its content is refused, whatever it is called.
/// </summary>
public sealed record LogoImage(string MediaType, int Width, int Height, byte[] Bytes)
{
    public const int MostBytes = 512 * 1024, LeastSide = 16, MostSide = 2048;

    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <exception cref="RefusalException">422, for the field <paramref name="field"/>: what is wrong with the file.</exception>
    public static LogoImage Read(byte[] file, string field = "logo")
    {
        RefusalException Refused(string code, params object[] arguments) => RefusalException.Invalid(new Fault(field, code, arguments));
        if (file.Length == 0) throw Refused("required");
        if (file.Length > MostBytes) throw Refused("logo_too_large", MostBytes / 1024);
        if (IsDrawing(file)) throw Refused("logo_is_svg");
        LogoImage? image;
        try
        {
            image = PngParts.Read(file) ?? JpegParts.Read(file) ?? WebpParts.Read(file);
        }
        catch (Exception cause) when (cause is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw Refused("logo_damaged");
        }
        if (image is null) throw Refused("logo_kind");
        return image is { Width: >= LeastSide and <= MostSide, Height: >= LeastSide and <= MostSide } ? image : throw Refused("logo_size", LeastSide, MostSide);
    }

    private static bool IsDrawing(ReadOnlySpan<byte> file)
    {
        var start = System.Text.Encoding.UTF8.GetString(file[..Math.Min(file.Length, 1000)]).TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        return start.StartsWith('<') && start.Contains("<svg", StringComparison.OrdinalIgnoreCase);
    }
}
