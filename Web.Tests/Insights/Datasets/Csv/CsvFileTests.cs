using System.Text;
using Web.Insights.Datasets.Csv;
using Web.Kernel;
using Web.Semantics;
using static Web.Tests.Insights.Datasets.Csv.CsvSample;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>From bytes to records: encodings, delimiters, quotes, line ends, and what is refused.</summary>
public sealed class CsvFileTests
{
    private const string Japanese = "会社,金額\n㈱つむぎ①−商会,100\n髙島～表,200\n";

    public static TheoryData<string, bool, string> Encodings => new()
    {
        { "utf-8", false, "utf-8" }, { "utf-8", true, "utf-8" }, { "shift_jis", false, "shift_jis" }, { "utf-16", true, "utf-16" }, { "utf-16BE", true, "utf-16" },
    };

    [Theory, MemberData(nameof(Encodings))]
    public async Task The_encoding_is_decided_by_the_bytes(string written, bool bom, string expected)
    {
        // Shift_JIS has its own minus and tilde: what it can write comes back as it wrote it.
        var text = written == "shift_jis" ? Japanese.Replace('−', '－') : Japanese;
        Encoding encoding = written switch
        {
            "shift_jis" => ShiftJis,
            "utf-8" => new UTF8Encoding(bom),
            _ => Encoding.GetEncoding(written),
        };
        var plan = await PlanAsync(text, encoding);
        Assert.Equal((expected, bom), (plan.Shape.Encoding, plan.Shape.Bom));
        Assert.Equal(["会社", "金額"], plan.Columns.Select(c => c.Column.SourceName));
        Assert.Equal(text.Split('\n')[1].Split(','), plan.Head[0]);
        Assert.Equal(2, plan.Rows);
    }

    [Fact]
    public async Task The_minus_of_old_Japanese_files_is_read()
    {
        byte[] bytes = [.. ShiftJis.GetBytes("項目,"), 0x81, 0x7C, .. "1\n"u8, .. ShiftJis.GetBytes("①,㈱\n")];
        var plan = await PlanAsync(bytes);
        Assert.Equal("shift_jis", plan.Shape.Encoding);
        Assert.Equal(["①", "㈱"], plan.Head[0]);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0xFF, 0x31 })]
    [InlineData(new byte[] { 0x61, 0x2C, 0x62, 0x0A, 0xE9, 0x2C, 0x31 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x62 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8, 0x0A, 0x00 })]
    public async Task What_is_no_text_is_refused(byte[] bytes)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => PlanAsync(bytes));
        Assert.Equal((422, "encoding_unknown"), (refusal.Status, refusal.Code));
    }

    /// <summary>髙 and 﨑 have two places in code page 932, and programs differ in which one they write.</summary>
    [Fact]
    public async Task Both_places_of_a_character_in_old_Japanese_files_are_read()
    {
        var text = ShiftJis.GetString([.. Enumerable.Range(0, 360).SelectMany(i => Pair(0xFA, i + 28))]);
        byte[] nec = [.. Enumerable.Range(0, 360).SelectMany(i => Pair(0xED, i))];
        byte[] marks = [0xEE, 0xEF, 0xEE, 0xF8, 0xEE, 0xF9, 0xEE, 0xFA, 0xEE, 0xFB, 0xEE, 0xFC];
        byte[] bytes = [.. ShiftJis.GetBytes("名前,額\n"), .. nec, .. ",1\n"u8, .. marks, .. ",2\n"u8];
        var plan = await PlanAsync(bytes);
        Assert.Equal(("shift_jis", false), (plan.Shape.Encoding, plan.Shape.Damaged));
        Assert.Equal(text, plan.Head[0][0]);
        Assert.Equal("ⅰⅹ￢￤＇＂", plan.Head[1][0]);
        Assert.Contains("髙", text, StringComparison.Ordinal);

        // Wherever the file is cut into pieces, a character stays whole.
        byte[] many = [.. ShiftJis.GetBytes("名前,額\n"), .. Enumerable.Range(0, 5000).SelectMany(i => (byte[])[.. new byte[i % 3].Select(_ => (byte)'x'), 0xEE, 0xE0, 0xED, 0x95, .. ",1\n"u8])];
        var batches = await BatchesAsync(await PlanAsync(many), many);
        Assert.All(batches.SelectMany(b => (string?[])b.Cells[0]), name => Assert.EndsWith("髙﨑", name, StringComparison.Ordinal));

        static byte[] Pair(int lead, int number) => [(byte)(lead + number / 188), (byte)(number % 188 + (number % 188 < 63 ? 0x40 : 0x41))];
    }

    [Theory]
    [InlineData("utf-8", new byte[] { 0xFF })]
    [InlineData("utf-8", new byte[] { 0xE3, 0x81 })]
    [InlineData("utf-8", new byte[] { 0x00 })]
    [InlineData("shift_jis", new byte[] { 0xFF })]
    [InlineData("shift_jis", new byte[] { 0x00 })]
    [InlineData("shift_jis", new byte[] { 0x80 })]
    public async Task A_broken_character_costs_its_row_and_not_the_file(string encoding, byte[] broken)
    {
        var written = encoding == "utf-8" ? new UTF8Encoding(false) : ShiftJis;
        byte[] bytes = [.. written.GetBytes("店,額\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"本店{i},{i}\n"))), .. written.GetBytes("駅前"), .. broken, .. written.GetBytes(",7\n港,8\n")];
        var plan = await PlanAsync(bytes);
        Assert.Equal((encoding, true, 62L, 1L), (plan.Shape.Encoding, plan.Shape.Damaged, plan.Rows, plan.FaultyRows));
        var fault = Assert.Single(plan.Faults);
        Assert.Equal((61L, 62L, 1, "店", CsvFaults.BrokenCharacter), (fault.Row, fault.Line, fault.Column, fault.ColumnName, fault.Code));
        Assert.DoesNotContain('\0', fault.Value);
        Assert.DoesNotContain("\0", string.Concat(plan.Head.SelectMany(row => row)), StringComparison.Ordinal);
        Assert.Equal(61, (await BatchesAsync(plan, bytes)).Sum(batch => batch.Count));
    }

    [Fact]
    public async Task A_broken_header_is_refused() =>
        Assert.Equal("encoding_unknown", (await Assert.ThrowsAsync<RefusalException>(() => PlanAsync([.. "a,b"u8, 0xFF, .. Encoding.UTF8.GetBytes("\n" + string.Concat(Enumerable.Repeat("本,1\n", 60)))]))).Code);

    [Theory]
    [InlineData("PK\u0003\u0004\u0000\u0000", "Excel (.xlsx) / ZIP")]
    [InlineData("%PDF-1.7\n", "PDF")]
    [InlineData("<!DOCTYPE html><html>", "HTML")]
    [InlineData("\uFEFF\n <html lang=ja>", "HTML")]
    [InlineData("<?xml version=\"1.0\"?><rows/>", "XML")]
    [InlineData("[\n {\"a\": 1}]", "JSON")]
    [InlineData("{\"rows\" : []}", "JSON")]
    public async Task A_file_of_another_kind_is_called_by_its_name(string text, string kind)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => PlanAsync(text));
        Assert.Equal((422, "file_not_csv", kind), (refusal.Status, refusal.Code, refusal.Arguments[0]));
    }

    [Theory]
    [InlineData("[id],[name]\n1,x\n2,y\n", 2)]
    [InlineData("{{7*7}},<b>\nx,1\ny,2\n", 2)]
    [InlineData("<script>alert(1)</script>,b\nx,1\n", 2)]
    [InlineData("{\"a\",b\nx,1\n", 2)]
    public async Task A_strange_header_is_a_header(string text, int columns) => Assert.Equal(columns, (await PlanAsync(text)).Columns.Count);

    [Theory]
    [InlineData("売上レポート\n出力日,2025-01-05\n\n店,日,額,件\n本店,2024-01-01,5,1\n駅前,2024-01-02,6,2\n", ',', 2)]
    [InlineData("Report;;;\nshop;day;sum;note\na;2024-01-01;5,50;\nb;2024-01-02;6,25;x\n", ';', 1)]
    [InlineData("\"Title, with a comma\"\r\nshop\tday\tsum\r\na\t2024-01-01\t5\r\nb\t2024-01-02\t6\r\n", '\t', 1)]
    [InlineData("shop,day,sum\na,2024-01-01,5\nb,2024-01-02,6\n", ',', 0)]
    [InlineData("shop,day\na,b,c,d\ne,f,g,h\ni,j,k,l\n", ',', 0)]
    [InlineData("a,b,c\n1,2,3\nx,y,z\n4,5,6\n7,8,9\n", ',', 0)]
    public async Task What_stands_above_the_header_is_left_out(string text, char delimiter, int above)
    {
        var plan = await PlanAsync(text);
        Assert.Equal((delimiter, above), (plan.Shape.Delimiter, plan.Shape.Preamble));
        Assert.Equal(above > 0, plan.Assumptions.Contains("above_header"));
        if (above == 0) return;
        Assert.Equal((2L, 0L), (plan.Rows, plan.FaultyRows));
        Assert.Equal(ColumnType.Date, plan.Columns[1].Column.Type);
        var batches = await BatchesAsync(plan, Bytes(text));
        Assert.Equal([new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 2)], (DateOnly?[])batches[0].Cells[1]);
    }

    [Theory]
    [InlineData("店,額\n本店,5\n駅前,6\n合計,11\n", 3)]
    [InlineData("店,率,額\n本店,1.5,\"1,000円\"\n駅前,2.5,\"2,000円\"\n総 計：,2,\"3,000円\"\n\n\n", 3)]
    [InlineData("shop,sum\na,0.1\nb,0.2\nGrand Total,0.30\n", 3)]
    [InlineData("day,shop,sum\n2024-01-01,a,5\n2024-01-02,b,6\n,Total,11\n", 3)]
    [InlineData("店,額\n本店,5\n駅前,6\n合計,12\n", null)]
    [InlineData("店,額\n本店,5\n合計,11\n駅前,6\n", null)]
    [InlineData("店,額\n本店,5\n駅前,6\n港,11\n", null)]
    [InlineData("店,額\n本店,5\n合計,5\n", null)]
    public async Task A_total_at_the_end_is_no_row(string text, int? row)
    {
        var plan = await PlanAsync(text);
        Assert.Equal(row, (int?)plan.TotalRow);
        Assert.Equal(row is null ? 0 : 1, plan.FaultyRows);
        Assert.Equal(row is null ? 3 - (text.Contains("5\n合計,5", StringComparison.Ordinal) ? 1 : 0) : 2, (await BatchesAsync(plan, Bytes(text))).Sum(batch => batch.Count));
        if (row is not null) Assert.Equal((CsvFaults.TotalRow, (long)row, 0), (plan.Faults[^1].Code, plan.Faults[^1].Row, plan.Faults[^1].Column));
        var again = await CsvInference.RecountAsync(plan, () => new MemoryStream(Bytes(text)), Tokyo, CancellationToken.None);
        Assert.Equal((plan.TotalRow, plan.FaultyRows), (again.TotalRow, again.FaultyRows));
    }

    [Theory]
    [InlineData("v,\"no, \"\"never\"\"\"", "v,\"no, \"\"never\"\"\"")]
    [InlineData("v,5,6", "v,5,6")]
    [InlineData("\"v\nw\",many", "\"v\nw\",many")]
    public async Task A_faulty_row_is_told_as_it_was_written(string row, string source)
    {
        var bytes = Bytes("a,b\n" + string.Concat(Enumerable.Repeat("x,1\n", 20)) + row + "\ny,2\n");
        var plan = await PlanAsync(bytes);
        var fault = Assert.Single((await BatchesAsync(plan, bytes)).SelectMany(batch => batch.Faults));
        Assert.Equal(source, fault.Source);
        Assert.All(plan.Faults, counted => Assert.Null(counted.Source));
    }

    [Theory]
    [InlineData("", "file_empty")]
    [InlineData("\uFEFF", "file_empty")]
    [InlineData("\n\n , \n", "file_empty")]
    [InlineData("1,2,3\n4,5,6\n", "header_missing")]
    [InlineData("2024-01-01,5\n2024-01-02,6\n", "header_missing")]
    [InlineData("\"\",\"\"\n4,5\n", "header_missing")]
    [InlineData("\"a,b\n4,5\n", "header_missing")]
    public async Task No_header_is_refused(string text, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusalException>(() => PlanAsync(text))).Code);

    [Fact]
    public async Task More_than_300_columns_are_refused()
    {
        string Wide(int columns) => string.Join(',', Enumerable.Range(1, columns).Select(i => $"c{i}")) + "\n";
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => PlanAsync(Wide(301)));
        Assert.Equal("too_many_columns", refusal.Code);
        Assert.Equal([301, 300], refusal.Arguments);
        Assert.Equal(300, (await PlanAsync(Wide(300))).Columns.Count);
    }

    [Fact]
    public async Task A_header_alone_is_a_table_without_rows()
    {
        var plan = await PlanAsync("name,amount");
        Assert.Equal((0, 0), (plan.Rows, plan.FaultyRows));
        Assert.Equal(["name", "amount"], plan.Columns.Select(c => c.Column.Name));
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ',')]
    [InlineData("a\tb, x\tc\n1\t2, 2\t3\n", '\t')]
    [InlineData("name;price;qty\nx;1,5;2,25\ny;3,5;4,0\n", ';')]
    [InlineData("a|b|c\nx, y|2|3\nx, z|2|3\n", '|')]
    [InlineData("a;b\n\"x;y,z\";1\n\"p;q,r\";2\n", ';')]
    [InlineData("note\nhello; there\nyou; too\n", ',')]
    [InlineData("name,note\nx,\"a;b;c\"\ny,\"d;e;f\"\n", ',')]
    [InlineData("a,b\n\"1;2;3;4\",5\n\"1;2;3;4\",5\n", ',')]
    public async Task The_delimiter_is_the_one_that_cuts_all_rows_alike(string text, char delimiter) =>
        Assert.Equal(delimiter, (await PlanAsync(text)).Shape.Delimiter);

    [Theory]
    [InlineData("a,b\n1,x\n2,y\n")]
    [InlineData("a,b\r\n1,x\r\n2,y\r\n")]
    [InlineData("a,b\r1,x\r2,y\r")]
    [InlineData("a,b\n1,x\n2,y")]
    [InlineData("a,b\n1,x\n2,y\n\n\n,\n \n")]
    [InlineData("a,b\n\n1,x\n\n2,y\n")]
    [InlineData("\"a\",\"b\"\n\"1\", \"x\" \n 2 ,\ty\n")]
    public async Task Rows_end_in_any_way(string text)
    {
        var plan = await PlanAsync(text);
        Assert.Equal((2, 0), (plan.Rows, plan.FaultyRows));
        Assert.Equal(["1", "x"], plan.Head[0]);
        Assert.Equal(["2", "y"], plan.Head[1]);
    }

    [Theory]
    [InlineData("a,b\n\"x\ny\",2\n", "x\ny")]
    [InlineData("a,b\n\"x\r\ny\",2\n", "x\r\ny")]
    [InlineData("a,b\n\"say \"\"no\"\"\",2\n", "say \"no\"")]
    [InlineData("a,b\n\"x,y\",2\n", "x,y")]
    [InlineData("a,b\n5\" disk,2\n", "5\" disk")]
    [InlineData("a,b\nx \"y\" z,2\n", "x \"y\" z")]
    [InlineData("a,b\n\"  kept  \",2\n", "  kept  ")]
    [InlineData("a,b\n\"\"\"\",2\n", "\"")]
    [InlineData("a,b\n=HYPERLINK(1),2\n", "=HYPERLINK(1)")]
    [InlineData("a,b\n<script>alert(1)</script>,2\n", "<script>alert(1)</script>")]
    public async Task Quotes_hold_what_they_enclose(string text, string cell)
    {
        var plan = await PlanAsync(text);
        Assert.Equal((1, 0), (plan.Rows, plan.FaultyRows));
        Assert.Equal([cell, "2"], plan.Head[0]);
    }

    [Theory]
    [InlineData("a,b\nx,1\n\"y,2\nz,3\nw,4\n", 4)]
    [InlineData("a,b\nx,1\n\"y\" z,2\nz,3\nw,4\n", 4)]
    [InlineData("a,b\nx,1\n\"y,2\n\"z\",3\nw,4\n", 4)]
    public async Task A_broken_quote_costs_its_own_line(string text, int rows)
    {
        var plan = await PlanAsync(text);
        Assert.Equal((rows, 1), (plan.Rows, plan.FaultyRows));
        var fault = Assert.Single(plan.Faults);
        Assert.Equal((2L, 3L, 0, CsvFaults.BrokenQuote), (fault.Row, fault.Line, fault.Column, fault.Code));
        Assert.StartsWith("\"y", fault.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_quote_closed_by_a_far_inch_mark_costs_its_own_line()
    {
        var rows = Enumerable.Range(0, 100).Select(i => i switch { 10 => "\"y,2", 90 => "12\",3", _ => $"x{i},{i}" });
        var plan = await PlanAsync("a,b\n" + string.Join('\n', rows));
        Assert.Equal((100, 1), (plan.Rows, plan.FaultyRows));
        Assert.Equal((11L, 12L), (plan.Faults[0].Row, plan.Faults[0].Line));
    }

    [Fact]
    public async Task Rows_with_too_few_or_too_many_cells_are_faulty_and_lines_are_counted_as_in_an_editor()
    {
        var plan = await PlanAsync("a,b\n\"x\ny\",1\nz\n\np,2,3\nq,4\n");
        Assert.Equal((4, 2), (plan.Rows, plan.FaultyRows));
        Assert.Equal(new CsvFault(2, 4, 0, null, CsvFaults.TooFewFields, "z"), plan.Faults[0]);
        Assert.Equal(new CsvFault(3, 6, 0, null, CsvFaults.TooManyFields, "p,2,3"), plan.Faults[1]);
    }

    [Fact]
    public async Task A_cell_longer_than_a_spreadsheet_holds_is_a_fault_and_a_line_without_end_is_cut()
    {
        var plan = await PlanAsync($"a,b\n{new string('x', 32_768)},1\n{new string('y', 3_000_000)},2\nz,3\n");
        Assert.Equal((3, 2), (plan.Rows, plan.FaultyRows));
        Assert.Equal([CsvFaults.TooLong, CsvFaults.TooLong], plan.Faults.Select(f => f.Code));
        Assert.Equal([2L, 3L], plan.Faults.Select(f => f.Line));
        Assert.All(plan.Faults, fault => Assert.Equal(CsvFaults.MostShown, fault.Value.Length));
    }

    [Fact]
    public async Task Records_that_straddle_the_buffers_are_whole()
    {
        var cells = Enumerable.Range(0, 3000).Select(i => new string((char)('a' + i % 26), i % 97) + "\r\n\"" + i).ToList();
        var bytes = Bytes(Quoted("text", cells));
        var batches = await BatchesAsync(await PlanAsync(bytes), bytes, size: 700);
        Assert.Equal(cells, batches.SelectMany(b => (string?[])b.Cells[0]));
    }
}
