namespace Web.Insights.Datasets.Csv;

/// <summary>
/// The records of a file, one at a time, in bounded memory: quoted cells with their delimiters, line breaks and doubled quotes, any of
/// the three line endings. A quote inside an unquoted cell is a character like others; a quote that is opened and never properly closed
/// costs its own line, not the file. Rows whose cells are all empty are no rows.
/// <code>do while (reader.TryRead()) …; while (await reader.FillAsync(cancel));</code>
/// </summary>
internal sealed partial class RecordReader(Stream file, CsvShape shape)
{
    /// <summary>A record longer than this is cut off and faulty.</summary>
    public const int MostChars = 1 << 21;
    /// <summary>A quoted cell over more lines than this is doubted; in a wide table, over fewer.</summary>
    private const int ManyLines = 20, SomeLines = 4;
    private const int Chunk = 1 << 16;

    private enum Outcome { Record, More, Broken }

    private struct Cell
    {
        public int Start, Length;
        public bool Quoted, Doubled;
    }

    private readonly char delimiter = shape.Delimiter;
    private readonly byte[] bytes = new byte[Chunk];
    private System.Text.Decoder? decoder;
    private char[] text = new char[Chunk * 2];
    private Cell[] cells = new Cell[16];
    private int start, end, next, lines;
    private string? source;
    private bool ended, skipLineFeed, dropLine, filled;
    private long line = 1;

    public int Count { get; private set; }
    /// <summary>The physical line on which the record begins.</summary>
    public long Line { get; private set; }
    /// <summary>What is wrong with the record as a whole, or null.</summary>
    public string? Fault { get; private set; }
    public long BytesRead { get; private set; }
    /// <summary>How many records stand above the header.</summary>
    public int Preamble => shape.Preamble;
    /// <summary>How many cells a record should have, once that is known.</summary>
    public int Expected { get; set; }
    /// <summary>Spaces around an unquoted cell are layout; the header keeps them.</summary>
    public bool Trim { get; set; } = true;

    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            ref var cell = ref cells[index];
            if (cell.Doubled) Undouble(ref cell);
            return text.AsSpan(start + cell.Start, cell.Length);
        }
    }

    /// <summary>The record as written, without its line end.</summary>
    public string Source => source ?? text.AsSpan(start, next - start).TrimEnd("\r\n").ToString();

    /// <summary>Remembers records as written, which reading their cells may alter.</summary>
    public bool KeepsSource { get; init; }

    /// <summary>The beginning of the record as written, to be asked before any of its cells.</summary>
    public string Beginning => Shortened(text.AsSpan(start, next - start).TrimEnd("\r\n"));

    public static string Shortened(ReadOnlySpan<char> value)
    {
        if (value.Length <= CsvFaults.MostShown) return value.ToString();
        var length = char.IsHighSurrogate(value[CsvFaults.MostShown - 2]) ? CsvFaults.MostShown - 2 : CsvFaults.MostShown - 1;
        return string.Concat(value[..length], "…");
    }

    /// <summary>The next record, or false when more of the file is needed for it.</summary>
    public bool TryRead()
    {
        while (true)
        {
            start = next;
            if (skipLineFeed && start < end)
            {
                if (text[start] == '\n') start = ++next;
                skipLineFeed = false;
            }
            if (dropLine && !EndDroppedLine()) return false;
            if (start == end) return false;
            Fault = null;
            var outcome = Split();
            if (outcome == Outcome.Record && lines > 0 && HoldsRows()) outcome = Outcome.Broken;
            if (outcome == Outcome.More)
            {
                if (end - start < MostChars) return false;
                outcome = Outcome.Broken;
            }
            if (outcome == Outcome.Broken && !OneLine()) return false;
            if (shape.Damaged) Fault ??= text.AsSpan(start, next - start).Contains(FileEncoding.Broken) ? CsvFaults.BrokenCharacter : null;
            source = null;
            Line = line;
            line += lines + 1;
            if (Fault is not null || !IsEmpty()) return true;
        }
    }

    /// <summary>Reads on; false at the end of the file.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        if (ended) return false;
        if (start > 0)
        {
            text.AsSpan(start, end - start).CopyTo(text);
            end -= start;
            start = 0;
        }
        next = 0;
        var read = await file.ReadAsync(bytes, cancel);
        BytesRead += read;
        ended = read == 0;
        if (text.Length - end < read + 2) Array.Resize(ref text, Math.Max(text.Length * 2, end + read + 2));
        decoder ??= FileEncoding.Decoder(shape.Encoding, read > 0 && bytes[0] == 0xFE);
        var count = decoder.GetChars(bytes, 0, read, text, end, flush: ended);
        if (shape.Damaged) Mark(text.AsSpan(end, count));
        end += count;
        if (!filled && end > 0)
        {
            filled = true;
            if (text[0] == '\uFEFF') text.AsSpan(1, --end).CopyTo(text);
        }
        return true;
    }

    /// <summary>
    /// Whether the record's many lines are rows that a quote, never closed, swallowed up to the next stray one: it has the wrong number
    /// of cells, or its inner lines have, each for itself, as many delimiters as a row.
    /// </summary>
    private bool HoldsRows()
    {
        if (Expected < 2 || lines < (Expected > 3 ? SomeLines : ManyLines)) return false;
        if (Count != Expected && lines > ManyLines) return true;
        int inner = 0, alike = 0, number = 0;
        foreach (var part in text.AsSpan(start, next - start).EnumerateLines())
        {
            if (number++ is 0 || number > lines) continue;
            inner++;
            if (part.Count(delimiter) == Expected - 1) alike++;
        }
        return inner > 2 && alike * 10 >= inner * 9;
    }

    private Outcome Split()
    {
        var span = text.AsSpan(start, end - start);
        Count = 0;
        lines = 0;
        for (var at = 0; ;)
        {
            if (at < span.Length && span[at] is '"' or ' ')
            {
                var outcome = SplitQuoted(span, ref at);
                if (outcome is Outcome.More or Outcome.Broken) return outcome.Value;
                if (outcome is Outcome.Record)
                {
                    if (at < span.Length && span[at] == delimiter)
                    {
                        at++;
                        continue;
                    }
                    return EndRecord(span, at);
                }
            }
            var length = span[at..].IndexOfAny(delimiter, '\r', '\n');
            if (length < 0)
            {
                if (!ended) return Outcome.More;
                length = span.Length - at;
            }
            Add(at, length);
            at += length;
            if (at == span.Length || span[at] != delimiter) return EndRecord(span, at);
            at++;
        }
    }

    /// <summary>A cell that begins, after spaces, with a quote; null when it turns out to be an ordinary one.</summary>
    private Outcome? SplitQuoted(ReadOnlySpan<char> span, ref int at)
    {
        var open = at;
        while (open < span.Length && span[open] == ' ') open++;
        if (open == span.Length) return ended ? null : Outcome.More;
        if (span[open] != '"') return null;
        var doubled = false;
        for (var i = open + 1; ;)
        {
            var found = span[i..].IndexOf('"');
            if (found < 0) return ended ? Outcome.Broken : Outcome.More;
            var close = i + found;
            if (close + 1 == span.Length && !ended) return Outcome.More;
            if (close + 1 < span.Length && span[close + 1] == '"')
            {
                doubled = true;
                i = close + 2;
                continue;
            }
            var after = close + 1;
            while (after < span.Length && span[after] == ' ') after++;
            if (after == span.Length && !ended) return Outcome.More;
            if (after < span.Length && span[after] != delimiter && span[after] is not ('\r' or '\n')) return open > at ? null : Outcome.Broken;
            var inside = span[(open + 1)..close];
            var breaks = inside.Count('\n');
            lines += breaks > 0 ? breaks : inside.Count('\r');
            ref var cell = ref NewCell();
            cell = new Cell { Start = open + 1, Length = inside.Length, Quoted = true, Doubled = doubled };
            at = after;
            return Outcome.Record;
        }
    }

    private Outcome EndRecord(ReadOnlySpan<char> span, int at)
    {
        next = start + at;
        if (at == span.Length) return Outcome.Record;
        next++;
        if (span[at] != '\r') return Outcome.Record;
        if (at + 1 == span.Length) skipLineFeed = !ended;
        else if (span[at + 1] == '\n') next++;
        return Outcome.Record;
    }

    /// <summary>The record is only its first physical line, and that is faulty; false when the line's end is still to come.</summary>
    private bool OneLine()
    {
        var span = text.AsSpan(start, end - start);
        var length = span.IndexOfAny('\r', '\n');
        Fault = CsvFaults.BrokenQuote;
        if (length < 0)
        {
            if (!ended && span.Length < MostChars) return false;
            length = span.Length;
            dropLine = !ended;
            if (dropLine) Fault = CsvFaults.TooLong;
        }
        Count = 0;
        lines = dropLine ? -1 : 0;
        Add(0, length);
        EndRecord(span, length);
        return true;
    }

    private bool EndDroppedLine()
    {
        var rest = text.AsSpan(start, end - start);
        var length = rest.IndexOfAny('\r', '\n');
        next = start = length < 0 ? end : start + length;
        if (length < 0) return false;
        dropLine = false;
        line++;
        EndRecord(text.AsSpan(start, end - start), 0);
        start = next;
        if (skipLineFeed) return false;
        return true;
    }
}
