using System.Text;
using Web.Insights.Datasets.Csv;
using Web.Kernel;
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
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x62 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8, 0x0A, 0x00 })]
    public async Task What_is_no_text_is_refused(byte[] bytes)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => PlanAsync(bytes));
        Assert.Equal((422, "encoding_unknown"), (refusal.Status, refusal.Code));
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
