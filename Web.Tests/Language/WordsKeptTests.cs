using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>What was said stays: in the query, or visibly not understood.</summary>
public sealed class WordsKeptTests
{
    private static readonly string[] Files = ["deals.jsonl", "activities.jsonl", "bare.jsonl", "published.jsonl"];

    [Fact]
    public void Every_value_number_and_period_is_a_part_of_the_query_or_unexplained()
    {
        var lost = new List<string>();
        foreach (var file in Files)
        {
            foreach (var (example, _) in Corpus.Load(file))
            {
                foreach (var contract in Contracts(example, file)) lost.AddRange(Lost(example.Utterance, contract));
            }
        }
        Assert.Empty(lost);
    }

    [Fact]
    public void Words_left_over_lower_the_confidence()
    {
        foreach (var file in Files)
        {
            foreach (var (example, _) in Corpus.Load(file))
            {
                if (Corpus.Ask(example, file) is not Understood { Readings: [var reading, ..] } || reading.Unexplained.Count == 0) continue;
                Assert.True(reading.Confidence < 0.97, example.Utterance);
            }
        }
    }

    [Theory]
    [InlineData("the biggest won deal", "won")]
    [InlineData("一番大きい失注案件はどれ", "lost")]
    [InlineData("most expensive open deal of this year", "open")]
    [InlineData("失注案件トップ5", "lost")]
    [InlineData("受注案件の最大金額", "won")]
    [InlineData("which lost deal took the longest", "lost")]
    public void A_status_survives_a_superlative(string utterance, string status)
    {
        var answer = InterpreterTests.Ask(utterance, CrmContracts.Published);
        if (answer is Understood understood) Assert.Contains(understood.Readings[0].Query.Filters, f => f.Field == "status" && f.Value?.GetString() == status);
    }

    [Theory]
    [InlineData("高梨さんの案件数", "高梨 亮")]
    [InlineData("Ortiz's deals by stage", "Daniel Ortiz")]
    [InlineData("佐伯様の受注金額を月別に", "佐伯 美咲")]
    [InlineData("how many of Emma’s deals are open", "Emma Reyes")]
    public void A_name_that_is_one_persons_alone_is_taken_and_said(string utterance, string person)
    {
        var reading = Assert.IsType<Understood>(InterpreterTests.Ask(utterance, CrmContracts.Published)).Readings[0];
        Assert.Contains(reading.Query.Filters, f => f.Field == "owner" && f.Value?.GetString() == person);
        Assert.Contains(reading.Assumptions, a => a.Text.Contains(person, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("佐藤さんの案件数")]
    [InlineData("佐藤様の受注金額")]
    public void A_name_that_several_share_is_asked_about(string utterance)
    {
        var question = Assert.IsType<Unsure>(InterpreterTests.Ask(utterance, CrmContracts.Published));
        Assert.Equal(["佐藤 健", "佐藤 花子"], question.Choices.SelectMany(c => c.Query.Filters).Where(f => f.Field == "owner").Select(f => f.Value!.Value.GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("deals by owner")]
    [InlineData("lost deals by month and team")]
    [InlineData("担当別の受注案件")]
    [InlineData("won opportunities by quarter")]
    public void The_word_for_the_rows_is_never_one_more_series(string utterance)
    {
        var readings = Assert.IsType<Understood>(InterpreterTests.Ask(utterance, CrmContracts.Published)).Readings;
        Assert.All(readings, r => Assert.DoesNotContain(r.Query.Dimensions, d => d.Field == "name"));
    }

    [Theory]
    [InlineData("show me the open deals")]
    [InlineData("受注案件の一覧")]
    [InlineData("list all lost deals of this year")]
    [InlineData("which deals were won last week")]
    public void A_list_is_a_table_of_rows(string utterance)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(utterance, CrmContracts.Published)).Readings[0].Query;
        Assert.Equal(ChartType.Table, query.ChartType);
        Assert.All(query.Measures, m => Assert.Equal(Aggregates.None, m.Aggregate));
        Assert.All(query.Dimensions, d => Assert.Equal(DimensionRole.Detail, d.Role));
        Assert.Contains(query.Filters, f => f.Field == "status");
    }

    [Theory]
    [InlineData("what's the weather tomorrow")]
    [InlineData("what is the time now")]
    [InlineData("昨日の試合の結果")]
    [InlineData("remind me next week")]
    [InlineData("明日の天気は")]
    public void A_time_alone_is_no_request(string utterance) => Assert.IsType<Refused>(InterpreterTests.Ask(utterance, CrmContracts.Published));

    private static IEnumerable<DatasetContract> Contracts(Example example, string file) => file switch
    {
        "published.jsonl" => CrmContracts.Published,
        "activities.jsonl" => [CrmContracts.Activities],
        _ => [Corpus.Contracts[example.Dataset ?? "crm_deals"]],
    };

    private static IEnumerable<string> Lost(string utterance, DatasetContract contract)
    {
        var reader = new Reader(new Sheet(utterance, Corpus.Calendar, Corpus.Today), Lexicon.Of(contract));
        foreach (var candidate in reader.Read())
        {
            if (candidate.Draft.Gaps.Count > 0) continue;
            var names = new Names(contract, "en", Corpus.Calendar, Corpus.Today);
            var threads = ReadingOf.Make(candidate, names, 1).Threads;
            var scene = candidate.Scene;
            for (var i = 0; i < scene.Count; i++)
            {
                if (scene[i] is not (ValueMeaning or NumberMeaning or PeriodMeaning) || candidate.Unexplained.Contains(i)) continue;
                var at = scene.FirstToken(i).Start;
                if (!threads.Any(t => t.Start <= at && at < t.Start + t.Length)) yield return $"{utterance}: {scene.Typed(i)}";
            }
        }
    }
}
