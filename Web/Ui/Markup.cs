using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Web.Ui;

/// <summary>
/// Writes a grid's rows as one interpolated string each, where a view would cost more than the rows themselves. What stands in
/// braces is encoded, unless it is markup already (<see cref="HtmlString"/>).
/// </summary>
public sealed class Markup(TextWriter writer, HtmlEncoder encoder)
{
    /// <summary>For instance <c>Write($"&lt;b&gt;{name}&lt;/b&gt;")</c>.</summary>
#pragma warning disable CA1822, IDE0060 // the pieces have written themselves by then; the call is what makes them
    public void Write([InterpolatedStringHandlerArgument("")] Pieces pieces)
    {
    }
#pragma warning restore CA1822, IDE0060

    [InterpolatedStringHandler]
    public readonly ref struct Pieces
    {
        private readonly TextWriter writer;
        private readonly HtmlEncoder encoder;

        // The compiler asks for the two lengths; what is written goes straight on and needs no room.
        public Pieces(int literals, int values, Markup markup)
        {
            _ = literals + values;
            (writer, encoder) = (markup.Writer, markup.Encoder);
        }

        public void AppendLiteral(string markup) => writer.Write(markup);

        public void AppendFormatted(string? text)
        {
            if (!string.IsNullOrEmpty(text)) encoder.Encode(writer, text);
        }

        public void AppendFormatted(HtmlString? markup) => writer.Write(markup?.Value);

        public void AppendFormatted(Guid id) => Plain(id, default);

        public void AppendFormatted(int number) => Plain(number, default);

        public void AppendFormatted(uint number) => Plain(number, default);

        public void AppendFormatted(decimal number) => Plain(number, default);

        /// <summary>The moment in the form that machines read.</summary>
        public void AppendFormatted(DateTimeOffset moment) => Plain(moment, "O");

        private void Plain<T>(T value, ReadOnlySpan<char> format) where T : ISpanFormattable
        {
            Span<char> room = stackalloc char[64];
            if (!value.TryFormat(room, out var length, format, CultureInfo.InvariantCulture)) throw new FormatException();
            writer.Write(room[..length]); // digits, letters and the signs of dates: nothing to encode
        }
    }

    private TextWriter Writer => writer;

    private HtmlEncoder Encoder => encoder;
}
