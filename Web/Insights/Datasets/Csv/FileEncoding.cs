using System.Text;
using Web.Kernel;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// The encoding of a file, decided by all of its bytes: a byte order mark says it, what is valid UTF-8 is UTF-8, what else decodes
/// cleanly as Japanese Windows writes it is Shift_JIS (code page 932). A few broken characters among many good ones cost their rows,
/// not the file; nothing else is guessed.
/// </summary>
internal static class FileEncoding
{
    public const string Utf8 = "utf-8", ShiftJis = "shift_jis", Utf16 = "utf-16";
    private const int Chunk = 1 << 16;

    public static async Task<FileText> OfAsync(Func<Stream> open, CancellationToken cancel)
    {
        var start = new byte[ForeignFile.Looked];
        await using (var file = open())
        {
            var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
            if (read == 0) throw new RefusalException(422, "file_empty");
            start = start[..read];
        }
        if (ForeignFile.KindOf(start) is { } kind) throw new RefusalException(422, "file_not_csv", kind);
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return await DecodesAsync(open, Utf16, start[0] == 0xFE, cancel) ? new(Utf16, true) : throw Unknown();
        var bom = start is [0xEF, 0xBB, 0xBF, ..];
        if (await IsUtf8Async(open, cancel)) return new(Utf8, bom);
        if (!bom && await DecodesAsync(open, ShiftJis, false, cancel)) return new(ShiftJis, false);
        if (await IsHardlyDamagedAsync(open, Utf8, cancel)) return new(Utf8, bom) { Damaged = true };
        return !bom && await IsHardlyDamagedAsync(open, ShiftJis, cancel) ? new(ShiftJis, false) { Damaged = true } : throw Unknown();
    }

    /// <summary>Whether a character is none: what the decoder could not read, or no text holds.</summary>
    public static bool IsBroken(char c, string name) => c is Broken or '\0' || (name == ShiftJis && NoText932.Contains(c, StringComparison.Ordinal));

    public const char Broken = '\uFFFD';

    /// <summary>A decoder for the file's text; faults of decoding throw when <paramref name="strict"/>, else show as U+FFFD.</summary>
    public static Decoder Decoder(string name, bool bigEndian, bool strict = false)
    {
        var fallback = strict ? DecoderFallback.ExceptionFallback : new DecoderReplacementFallback("\uFFFD");
        return name switch
        {
            ShiftJis => new ShiftJisDecoder(CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ReplacementFallback, fallback)!.GetDecoder()),
            Utf16 => Encoding.GetEncoding(bigEndian ? "utf-16BE" : "utf-16", EncoderFallback.ReplacementFallback, fallback).GetDecoder(),
            _ => new UTF8Encoding(false, strict).GetDecoder(),
        };
    }

    public static RefusalException Unknown() => new(422, "encoding_unknown");

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

    /// <summary>One broken character, or one for each fifty that only this encoding could have written; and hardly any among all.</summary>
    private static async Task<bool> IsHardlyDamagedAsync(Func<Stream> open, string name, CancellationToken cancel)
    {
        await using var file = open();
        var decoder = Decoder(name, false);
        var bytes = new byte[Chunk];
        var text = new char[Chunk + 2];
        long broken = 0, telling = 0, all = 0;
        for (var read = -1; read != 0;)
        {
            read = await file.ReadAsync(bytes, cancel);
            var chars = decoder.GetChars(bytes, 0, read, text, 0, flush: read == 0);
            foreach (var c in text.AsSpan(0, chars))
            {
                if (IsBroken(c, name)) broken++;
                else if (c > '\u007F') telling++;
            }
            all += chars;
        }
        return broken <= 1 + telling / 50 && broken * 50 <= all;
    }

    /// <summary>What code page 932 makes of bytes that no Japanese text holds (0x80, 0xA0, 0xFD to 0xFF), and NUL.</summary>
    private const string NoText932 = "\0\u0080\u00A0\uF8F0\uF8F1\uF8F2\uF8F3";
}

/// <summary>How a file's bytes are to be read as text.</summary>
/// <param name="Bom">Whether a byte order mark says so.</param>
internal readonly record struct FileText(string Encoding, bool Bom)
{
    /// <summary>A few of its characters are none; the rows that hold them are faulty.</summary>
    public bool Damaged { get; init; }
}
