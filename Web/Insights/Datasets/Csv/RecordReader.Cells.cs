namespace Web.Insights.Datasets.Csv;

/// <content>The cells of the record that is being read.</content>
internal sealed partial class RecordReader
{
    private void Add(int at, int length)
    {
        if (Trim && length > 0)
        {
            var span = text.AsSpan(start + at, length);
            if (span[0] <= ' ' || span[^1] <= ' ' || span[0] == '\u3000' || span[^1] == '\u3000')
            {
                var trimmed = span.TrimStart();
                at += length - trimmed.Length;
                length = trimmed.TrimEnd().Length;
            }
        }
        NewCell() = new Cell { Start = at, Length = length };
    }

    private ref Cell NewCell()
    {
        if (Count == cells.Length) Array.Resize(ref cells, Count * 2);
        return ref cells[Count++];
    }

    private bool IsEmpty()
    {
        foreach (ref readonly var cell in cells.AsSpan(0, Count))
            if (cell.Quoted || (cell.Length > 0 && (Trim || !text.AsSpan(start + cell.Start, cell.Length).IsWhiteSpace()))) return false;
        return true;
    }

    private void Mark(Span<char> read)
    {
        foreach (ref var c in read)
            if (FileEncoding.IsBroken(c, shape.Encoding)) c = FileEncoding.Broken;
    }

    private void Undouble(ref Cell cell)
    {
        if (KeepsSource) source ??= Source;
        var span = text.AsSpan(start + cell.Start, cell.Length);
        var to = 0;
        for (var i = 0; i < span.Length; i++)
        {
            span[to++] = span[i];
            if (span[i] == '"') i++;
        }
        cell.Length = to;
        cell.Doubled = false;
    }
}
