using System.Text;
using Web.Kernel;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// The encoding of a file, decided by all of its bytes: a byte order mark says it, what is valid UTF-8 is UTF-8, what else decodes
/// cleanly as Japanese Windows writes it is Shift_JIS (code page 932), and nothing else is guessed.
/// </summary>
internal static class FileEncoding
{
    public const string Utf8 = "utf-8", ShiftJis = "shift_jis", Utf16 = "utf-16";
    private const int Chunk = 1 << 16;

    public static async Task<(string Name, bool Bom)> OfAsync(Func<Stream> open, CancellationToken cancel)
    {
        var start = new byte[3];
        await using (var file = open())
        {
            var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
            if (read == 0) throw new RefusalException(422, "file_empty");
            start = start[..read];
        }
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return await DecodesAsync(open, Utf16, start[0] == 0xFE, cancel) ? (Utf16, true) : throw Unknown();
        if (await IsUtf8Async(open, cancel)) return (Utf8, start is [0xEF, 0xBB, 0xBF]);
        return await DecodesAsync(open, ShiftJis, false, cancel) ? (ShiftJis, false) : throw Unknown();
    }

    /// <summary>A decoder for the file's text; faults of decoding throw when <paramref name="strict"/>, else show as U+FFFD.</summary>
    public static Decoder Decoder(string name, bool bigEndian, bool strict = false)
    {
        var fallback = strict ? DecoderFallback.ExceptionFallback : DecoderFallback.ReplacementFallback;
        return name switch
        {
            ShiftJis => CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ReplacementFallback, fallback)!.GetDecoder(),
            Utf16 => Encoding.GetEncoding(bigEndian ? "utf-16BE" : "utf-16", EncoderFallback.ReplacementFallback, fallback).GetDecoder(),
            _ => new UTF8Encoding(false, strict).GetDecoder(),
        };
    }

    private static RefusalException Unknown() => new(422, "encoding_unknown");

    private static async Task<bool> IsUtf8Async(Func<Stream> open, CancellationToken cancel)
    {
        await using var file = open();
        var bytes = new byte[Chunk];
        for (var kept = 0; ;)
        {
            var read = await file.ReadAsync(bytes.AsMemory(kept), cancel);
            var whole = read == 0 ? kept : WholeCharacters(bytes.AsSpan(0, kept + read));
            if (!System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, whole)) || bytes.AsSpan(0, whole).Contains((byte)0)) return false;
            if (read == 0) return true;
            bytes.AsSpan(whole, kept + read - whole).CopyTo(bytes);
            kept = kept + read - whole;
        }
    }

    /// <summary>How much of <paramref name="bytes"/> ends with a whole character; the rest, at most three bytes, waits for its continuation.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if ((b & 0xC0) == 0x80) continue;
            var length = b switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
            return length > back ? bytes.Length - back : bytes.Length;
        }
        return bytes.Length;
    }

    private static async Task<bool> DecodesAsync(Func<Stream> open, string name, bool bigEndian, CancellationToken cancel)
    {
        await using var file = open();
        var decoder = Decoder(name, bigEndian, strict: true);
        var bytes = new byte[Chunk];
        var text = new char[Chunk + 2];
        try
        {
            for (var read = -1; read != 0;)
            {
                read = await file.ReadAsync(bytes, cancel);
                var chars = decoder.GetChars(bytes, 0, read, text, 0, flush: read == 0);
                if (text.AsSpan(0, chars).ContainsAny(name == ShiftJis ? NoText932 : "\0")) return false;
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>What code page 932 makes of bytes that no Japanese text holds (0x80, 0xA0, 0xFD to 0xFF), and NUL.</summary>
    private const string NoText932 = "\0\u0080\u00A0\uF8F0\uF8F1\uF8F2\uF8F3";
}
