using System.Globalization;
using System.Text;
using Web.Kernel;
using Web.Semantics;
using static Web.Tests.Insights.Datasets.Csv.CsvSample;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>Random tables come back as they were written, in every dialect; random bytes are refused or read, and nothing else.</summary>
public sealed class CsvPropertyTests
{
    private static readonly string[] Words = ["東京", "大阪", "say \"no\"", "a,b", "x;y", "p|q", "line\nbreak", "crlf\r\nbreak", "  wide  ", "=1+1", "ｶﾅ", "①", "plain", "\"", ",", "5\" disk"];

    public static TheoryData<char, string, string, char> Dialects()
    {
        var data = new TheoryData<char, string, string, char>();
        foreach (var delimiter in ",\t;|")
            foreach (var line in new[] { "\n", "\r\n", "\r" })
                foreach (var encoding in new[] { "utf-8", "utf-8-bom", "shift_jis", "utf-16" })
                    data.Add(delimiter, line, encoding, delimiter == ';' ? ',' : '.');
        return data;
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task A_random_table_comes_back(char delimiter, string line, string encoding, char mark)
    {
        var random = new Random(HashCode(delimiter, line, encoding));
        for (var round = 0; round < 5; round++)
        {
            var count = random.Next(20, 120);
            string?[] words = [.. Enumerable.Range(0, count).Select(_ => random.Next(5) == 0 ? null : Words[random.Next(Words.Length)] + random.Next(50))];
            decimal?[] numbers = [.. Enumerable.Range(0, count).Select(i => i > 3 && random.Next(8) == 0 ? (decimal?)null : new decimal(random.NextInt64(-1_000_000_000, 1_000_000_000) * 10 + random.Next(1, 10)) / 100m)];
            DateOnly?[] days = [.. Enumerable.Range(0, count).Select(_ => random.Next(8) == 0 ? (DateOnly?)null : new DateOnly(2000, 1, 1).AddDays(random.Next(12_000)))];
            DateTime?[] moments = [.. Enumerable.Range(0, count).Select(_ => (DateTime?)DateTime.SpecifyKind(new DateTime(2020, 1, 1).AddSeconds(random.Next(100_000_000)), DateTimeKind.Utc))];
            bool?[] truths = [.. Enumerable.Range(0, count).Select(i => random.Next(8) == 0 ? (bool?)null : i % 2 == 0)];
            var text = new StringBuilder($"言葉{delimiter}金額{delimiter}日付{delimiter}at{delimiter}有無{delimiter}n{line}");
            for (var i = 0; i < count; i++)
            {
                string[] cells =
                [
                    words[i] is { } word ? $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : "",
                    numbers[i] is { } number ? Grouped(number, mark, random) : "",
                    days[i]?.ToString(random.Next(2) == 0 ? "yyyy-MM-dd" : "yyyy/M/d", CultureInfo.InvariantCulture) ?? "",
                    moments[i]!.Value.AddHours(9).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                    truths[i] is { } truth ? truth ? "はい" : "いいえ" : "",
                    i.ToString(CultureInfo.InvariantCulture),
                ];
                text.Append(string.Join(delimiter, cells)).Append(i == count - 1 && random.Next(2) == 0 ? "" : line);
            }
            var bytes = Bytes(text.ToString(), encoding switch { "shift_jis" => ShiftJis, "utf-16" => Encoding.Unicode, _ => new UTF8Encoding(encoding == "utf-8-bom") });
            var plan = await PlanAsync(bytes);
            Assert.Equal((encoding == "utf-8-bom" ? "utf-8" : encoding, delimiter), (plan.Shape.Encoding, plan.Shape.Delimiter));
            Assert.Equal([ColumnType.Text, ColumnType.Number, ColumnType.Date, ColumnType.Timestamp, ColumnType.Boolean, ColumnType.Integer], plan.Columns.Select(c => c.Column.Type));
            Assert.Equal((count, 0), (plan.Rows, plan.FaultyRows));
            var batches = await BatchesAsync(plan, bytes, size: 33);
            Assert.Equal(words, batches.SelectMany(b => (string?[])b.Cells[0]));
            Assert.Equal(numbers, batches.SelectMany(b => (decimal?[])b.Cells[1]));
            Assert.Equal(days, batches.SelectMany(b => (DateOnly?[])b.Cells[2]));
            Assert.Equal(moments, batches.SelectMany(b => (DateTime?[])b.Cells[3]));
            Assert.Equal(truths, batches.SelectMany(b => (bool?[])b.Cells[4]));
            Assert.Equal(Enumerable.Range(0, count).Select(i => (long?)i), batches.SelectMany(b => (long?[])b.Cells[5]));
        }
    }

    [Fact]
    public async Task Random_bytes_and_torn_files_are_read_or_refused()
    {
        var random = new Random(20240305);
        var samples = new[] { Bytes("a,b\n\"x\ny\",1\n"), Bytes("日付,売上（千円）\nR6.3.5,\"1,234\"\n", ShiftJis), Bytes("d;n\n05.03.2024;1,5\n"), Bytes("a\tb\n1\t2\n", Encoding.Unicode) };
        int read = 0, refused = 0;
        for (var round = 0; round < 1500; round++)
        {
            byte[] bytes = new byte[random.Next(0, 400)];
            switch (round % 3)
            {
                case 0: random.NextBytes(bytes); break;
                case 1:
                    bytes = [.. "h,i\n"u8, .. Encoding.UTF8.GetBytes(new string([.. Enumerable.Range(0, bytes.Length).Select(_ => Signs[random.Next(Signs.Length)])]))];
                    break;
                default:
                    bytes = [.. samples[random.Next(samples.Length)]];
                    for (var i = 0; i < 3; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                    break;
            }
            try
            {
                var plan = await PlanAsync(bytes);
                var rows = 0L;
                var whole = 0L;
                foreach (var batch in await BatchesAsync(plan, bytes, size: 7)) (rows, whole) = (batch.RowsRead, whole + batch.Count);
                Assert.Equal((plan.Rows, plan.Rows - plan.FaultyRows), (rows, whole));
                foreach (var type in Enum.GetValues<ColumnType>())
                    await BatchesAsync(plan.WithType(plan.Columns[0].Column.Name, type, "EUR"), bytes);
                read++;
            }
            catch (RefusalException refusal)
            {
                Assert.Contains(refusal.Code, new[] { "encoding_unknown", "file_empty", "header_missing", "too_many_columns" });
                refused++;
            }
        }
        Assert.True(read > 250 && refused > 250, $"{read} read, {refused} refused");
    }

    private const string Signs = "\"\",,\n\r 0123456789.-+()¥$%年月日令和eETZ:/▲円kg○×\u3000１'SHRMTamp午後時分秒%,,,";

    private static string Grouped(decimal number, char mark, Random random)
    {
        var written = number.ToString(random.Next(2) == 0 ? "0.00" : "#,##0.00", CultureInfo.InvariantCulture);
        if (mark == ',') written = written.Replace(',', ' ').Replace('.', ',');
        return written.Contains(',', StringComparison.Ordinal) ? $"\"{written}\"" : written;
    }

    private static int HashCode(char delimiter, string line, string encoding) => delimiter * 31 + line.Sum(c => c) * 7 + encoding.Sum(c => c);
}
