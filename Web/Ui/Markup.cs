using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Web.Ui;

/// <summary>
/// Writes a grid's rows as one interpolated string each, where a view would cost more than the rows themselves. What stands in
/// braces is encoded, unless it is markup already (<see cref="HtmlString"/>). It goes on to the page when there is much of it, and at the end.
/// </summary>
public sealed class Markup(TextWriter writer, HtmlEncoder encoder) : IDisposable
{
    private readonly char[] room = ArrayPool<char>.Shared.Rent(16 * 1024);
    private int length;

    /// <summary>For instance <c>Write($"&lt;b&gt;{name}&lt;/b&gt;")</c>.</summary>
#pragma warning disable CA1822, IDE0060 // the pieces have written themselves by then; the call is what makes them
    public void Write([InterpolatedStringHandlerArgument("")] Pieces pieces)
    {
    }
#pragma warning restore CA1822, IDE0060

    public void Dispose()
    {
        Flush();
        ArrayPool<char>.Shared.Return(room);
    }

    private void Flush()
    {
        writer.Write(room, 0, length);
        length = 0;
    }

    private void Append(ReadOnlySpan<char> markup)
    {
        while (!markup.TryCopyTo(room.AsSpan(length)))
        {
            var fitting = room.Length - length;
            markup[..fitting].CopyTo(room.AsSpan(length));
            length = room.Length;
            Flush();
            markup = markup[fitting..];
        }
        length += markup.Length;
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        OperationStatus status;
        do
        {
            status = encoder.Encode(text, room.AsSpan(length), out var read, out var written);
            length += written;
            text = text[read..];
            if (status == OperationStatus.DestinationTooSmall) Flush();
        } while (status == OperationStatus.DestinationTooSmall);
    }

    // Digits, letters and the signs of dates: nothing to encode.
    private void Plain<T>(T value, ReadOnlySpan<char> format) where T : ISpanFormattable
    {
        if (room.Length - length < 64) Flush();
        if (!value.TryFormat(room.AsSpan(length), out var written, format, CultureInfo.InvariantCulture)) throw new FormatException();
        length += written;
    }

    [InterpolatedStringHandler]
    public readonly ref struct Pieces
    {
        private readonly Markup markup;

        // The compiler asks for the two lengths; what is written goes straight on and needs no room.
        public Pieces(int literals, int values, Markup markup)
        {
            _ = literals + values;
            this.markup = markup;
        }

        public void AppendLiteral(string text) => markup.Append(text);

        public void AppendFormatted(string? text) => markup.Encode(text);

        public void AppendFormatted(HtmlString? text) => markup.Append(text?.Value);

        public void AppendFormatted(Guid id) => markup.Plain(id, default);

        public void AppendFormatted(int number) => markup.Plain(number, default);

        public void AppendFormatted(uint number) => markup.Plain(number, default);

        public void AppendFormatted(decimal number) => markup.Plain(number, default);

        /// <summary>The moment in the form that machines read.</summary>
        public void AppendFormatted(DateTimeOffset moment) => markup.Plain(moment, "O");
    }
}
