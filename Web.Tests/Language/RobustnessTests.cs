using System.Globalization;
using System.Text;
using System.Text.Json;
using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language;

public sealed class RobustnessTests
{
    private static readonly DatasetContract[] All = [.. Corpus.Contracts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value)];

    [Fact]
    public void No_text_makes_it_throw()
    {
        var random = new Random(7);
        string[] words = ["by", "別", "の", "売上", "top", "上位", "5", "sales", "2024年", "から", "まで", "以上", "not", "\"", "「", "average", "\uD800", "\uDC00", "ｶﾞ", "ー", "💥", "％", "99999999999999999999999999999999", "令和", "Q", "-", "~", "and", "と", "vs", "chart", "円グラフ", "\u0000", "\uFFFF", "é", "\u0301", "order", "between", "last"];
        var texts = new List<string> { "", " ", "\n", "?", "\uD83D", new('a', 100_000), new('別', 100_000), string.Concat(Enumerable.Repeat("by ", 30_000)), string.Concat(Enumerable.Repeat("「\"", 5_000)) };
        for (var i = 0; i < 300; i++)
        {
            var text = new StringBuilder();
            for (var k = random.Next(1, 14); k > 0; k--) text.Append(words[random.Next(words.Length)]).Append(random.Next(3) == 0 ? " " : "");
            texts.Add(text.ToString());
            texts.Add(new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next(char.MaxValue + 1))]));
        }
        foreach (var text in texts)
        {
            var contract = All[random.Next(All.Length)];
            var first = Ask(text, [contract], null);
            var previous = first is Understood understood ? understood.Readings[0].Query : new ChartQuery { ChartType = ChartType.Bar, Dataset = contract.Key };
            Ask(text, [contract], previous);
            if (first is Understood shown)
            {
                Assert.All(shown.Readings[0].Threads, t => Assert.InRange(t.Start + t.Length, 1, text.Length));
                Assert.NotEmpty(Wording.Explain(shown.Readings[0].Query, contract, "en", Corpus.Calendar, Corpus.Today));
                Assert.NotEmpty(Wording.Chips(shown.Readings[0], contract, "ja", Corpus.Calendar, Corpus.Today));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("・")]
    [InlineData("!?")]
    [InlineData("\uFFFD")]
    public void A_header_that_says_nothing_leaves_the_others_to_be_asked_for(string header)
    {
        foreach (var type in Enum.GetValues<ColumnType>())
        {
            var mute = new Column { Name = "column_2", SourceName = header, Titles = new Dictionary<string, string> { ["en"] = header, ["ja"] = header }, Type = type, Role = ColumnRole.Dimension, Synonyms = [header] };
            var contract = new DatasetContract { Key = "visits", Columns = [new Column { Name = "shop", Type = ColumnType.Text, Role = ColumnRole.Dimension }, mute] };
            var understood = Assert.IsType<Understood>(Ask("count by shop", [contract], null));
            Assert.Equal("shop", Assert.Single(understood.Readings[0].Query.Dimensions).Field);
        }
    }

    [Fact]
    public void Rows_that_last_nothing_leave_a_word_its_meaning_beside_other_files()
    {
        var visits = new DatasetContract { Key = "visits", Titles = new Dictionary<string, string> { ["ja"] = "来店記録" }, DefaultTime = "来店日", Columns = [Pottery.Date("来店日"), Pottery.Text("店舗", "銀座", "神田"), Pottery.Number("人数", "sum"), Pottery.Number("売上(円)", "sum")] };
        var found = Assert.IsType<Understood>(Ask("来店記録の店舗別の売上", [visits, .. CrmContracts.Published], null));
        Assert.Equal("visits", found.Readings[0].Query.Dataset);
    }

    [Fact]
    public void The_same_words_give_the_same_bytes_on_any_thread()
    {
        string[] texts = ["won deals by month this year", "担当者別の受注金額", "sales by region", "average delay by airline", "top 5 products by profit"];
        var expected = texts.Select(t => Bytes(Ask(t, All, null))).ToArray();
        Parallel.For(0, 64, i => Assert.Equal(expected[i % texts.Length], Bytes(Ask(texts[i % texts.Length], All, null))));
        Assert.Equal(expected[1], Bytes(Ask(texts[1], [.. All.Select(c => c with { })], null)));
    }

    [Fact]
    public void A_culture_of_the_thread_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Bytes(Ask("deals over 1.5M by month", All, null));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(expected, Bytes(Ask("deals over 1.5M by month", All, null)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>How long it takes is measured in bench/; here, that the crowd changes nothing and the same words give the same bytes.</summary>
    [Fact]
    public void Among_twenty_datasets_of_fifty_fields_the_right_one_is_found()
    {
        var contracts = Enumerable.Range(0, 20).Select(Wide).ToArray();
        foreach (var text in new[] { "sum of metric 3 by label 7 per month in 2024 where label 2 is value 11 2 5", "label 5 別の metric 2 の合計" })
            Assert.Equal(Bytes(Ask(text, contracts, null)), Bytes(Ask(text, contracts, null)));
        var found = Assert.IsType<Understood>(Ask("sum of metric 3 by label 7 where label 2 is value 11 2 5", contracts, null));
        Assert.Equal("set_11", found.Readings[0].Query.Dataset);
    }

    private static DatasetContract Wide(int n) => new()
    {
        Key = $"set_{n}",
        DefaultTime = "made_on",
        Columns =
        [
            new Column { Name = "made_on", Type = ColumnType.Date, Role = ColumnRole.Time },
            .. Enumerable.Range(0, 24).Select(i => new Column { Name = $"metric_{i}", Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" }),
            .. Enumerable.Range(0, 25).Select(i => new Column
            {
                Name = $"label_{i}", Type = ColumnType.Text, Role = ColumnRole.Dimension, Titles = new Dictionary<string, string> { ["ja"] = $"区分{i}" },
                Values = [.. Enumerable.Range(0, 40).Select(v => $"value {n} {i} {v}")],
            }),
        ],
    };

    private static Interpretation Ask(string text, IReadOnlyList<DatasetContract> contracts, ChartQuery? previous) =>
        Interpreter.Read(new Request(text, "en", contracts, Corpus.Calendar, Corpus.Today, previous));

    private static string Bytes(Interpretation answer) => JsonSerializer.Serialize<object>(answer, ChartJson.Options);
}
