using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bench;

/// <summary>Writes a page by hand, straight into the response.</summary>
internal sealed class Pen(IBufferWriter<byte> to)
{
    private static readonly HtmlEncoder Safe = HtmlEncoder.Create(UnicodeRanges.All);

    public Pen Raw(ReadOnlySpan<byte> bytes)
    {
        to.Write(bytes);
        return this;
    }

    public Pen Text(string text)
    {
        Encoding.UTF8.GetBytes(Safe.Encode(text), to);
        return this;
    }

    public Pen Of<T>(T value, ReadOnlySpan<char> format = default) where T : IUtf8SpanFormattable
    {
        var room = to.GetSpan(64);
        if (!value.TryFormat(room, out var written, format, CultureInfo.InvariantCulture)) throw new FormatException();
        to.Advance(written);
        return this;
    }
}
