using Web.Language;
using Web.Semantics;
using Web.Tests.Language.Domains;
using Reading = Web.Language.Reading;

namespace Web.Tests.Language.Weighing;

public sealed class SettlingTests
{
    [Theory]
    [InlineData("blood_drives", "採血数の町別シェア", "採血", "units_collected")]
    [InlineData("glider_flights", "クロスカントリーを除いた平均滞空時間を機種別に", "機種", "type")]
    [InlineData("keihi_seisan", "who submitted the most claims?", "claims", null)]
    [InlineData("energy_meters", "StatusがOK以外の読み取り一覧", "読み取り", null)]
    public async Task What_a_word_was_taken_for_is_said_and_doubted(string table, string words, string unknown, string? column)
    {
        var contract = (await Domain.OfAsync(table)).Contract;
        Assert.IsNotType<Understood>(Interpreter.Read(Of(words, contract), settles: false));
        var reading = Assert.IsType<Understood>(Interpreter.Read(Of(words, contract))).Readings[0];
        Assert.InRange(reading.Confidence, 0.5, Reading.Sure - 0.001);
        Assert.Contains(reading.Assumptions, assumption => assumption.IsOfWord && assumption.Text.Contains(unknown, StringComparison.Ordinal));
        Assert.True(reading.Unexplained.Contains(unknown) || reading.Assumptions.Any(assumption => assumption.Guess == new GuessedWord(unknown, column, null)));
        if (column is not null) Assert.Contains(column, FieldsOf(reading.Query));
    }

    [Fact]
    public async Task Words_passed_over_stay_visible()
    {
        var contract = (await Domain.OfAsync("energy_meters")).Contract;
        Assert.Contains("読み取り", Assert.IsType<Understood>(Interpreter.Read(Of("StatusがOK以外の読み取り一覧", contract))).Readings[0].Unexplained);
    }

    [Theory]
    [InlineData("keihi_seisan", "tell me a joke about claims")]
    [InlineData("keihi_seisan", "claims in Atlantis")]
    [InlineData("glider_flights", "which gliders will win next year")]
    [InlineData("glider_flights", "salary by pilot")]
    [InlineData("blood_drives", "採血した人の血圧の平均を町別に")]
    public async Task What_is_not_in_the_table_is_never_charted(string table, string words) =>
        Assert.IsNotType<Understood>(Interpreter.Read(Of(words, (await Domain.OfAsync(table)).Contract)));

    [Fact]
    public async Task A_hidden_column_is_never_taken()
    {
        var contract = (await Domain.OfAsync("blood_drives")).Contract;
        var hidden = contract with { Columns = [.. contract.Columns.Select(column => column.Name == "units_collected" ? column with { Hidden = true } : column)] };
        if (Interpreter.Read(Of("採血数の町別シェア", hidden)) is Understood understood) Assert.All(understood.Readings, reading => Assert.DoesNotContain("units_collected", FieldsOf(reading.Query)));
    }

    [Fact]
    public async Task The_same_words_are_settled_alike_on_every_thread()
    {
        var contract = (await Domain.OfAsync("blood_drives")).Contract;
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => string.Join('\n', ((Understood)Interpreter.Read(Of("採血数の町別シェア", contract))).Readings.Select(reading => $"{reading.Confidence} {reading.Query.ToJson()}")))));
        Assert.Single(answers.Distinct());
    }

    private static Request Of(string words, DatasetContract contract) => new(words, words.Any(letter => letter > 0x2E7F) ? "ja" : "en", [contract], Corpus.Calendar, Corpus.Today);

    private static IEnumerable<string> FieldsOf(ChartQuery query) =>
        query.Dimensions.Select(d => d.Field).Concat(query.Measures.Select(m => m.Field).OfType<string>()).Concat(query.Filters.Select(f => f.Field).OfType<string>());
}
