using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Words.Unknown;

public sealed class GuessesTests
{
    private static readonly DatasetContract Staffing = new()
    {
        Key = "staffing",
        Columns =
        [
            Text("MgrNm", "Olga Marsh", "Piotr Nowak"), Text("DeptNm", "Ward A", "Kitchen"), Text("WrkSite", "Rotterdam", "Dallas"), Number("OTHrs"), Number("EmpSat"), Number("schdl"), Text("remark_kind", "praise", "complaint"),
        ],
    };

    [Theory]
    [InlineData("average overtime by department", "DeptNm", "OTHrs")]
    [InlineData("employee satisfaction by manager", "MgrNm", "EmpSat")]
    [InlineData("total schedule by department", "DeptNm", "schdl")]
    [InlineData("部署別の残業の平均", "DeptNm", "OTHrs")]
    [InlineData("avarage overtime per deparment", "DeptNm", "OTHrs")]
    public void Headers_in_short_are_found_by_their_whole_words(string utterance, string group, string measure)
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask(utterance, [Staffing])).Readings[0].Query;
        Assert.Equal((group, measure), (query.X?.Field, query.Measures[0].Field));
    }

    [Fact]
    public void A_name_in_katakana_is_the_value_of_that_sound()
    {
        var query = Assert.IsType<Understood>(InterpreterTests.Ask("ロッテルダムの残業の平均", [Staffing])).Readings[0].Query;
        Assert.Equal("Rotterdam", Assert.Single(query.Filters).Value?.GetString());
    }

    [Theory]
    [InlineData("すたいる", "style")]
    [InlineData("しふと", "shift")]
    [InlineData("すてえじ", "stage")]
    [InlineData("すこあ", "score")]
    [InlineData("さあばあ", "server")]
    [InlineData("くおりてぃ", "quality")]
    [InlineData("ちけっと", "ticket")]
    [InlineData("かんぱにい", "company")]
    public void Words_of_one_sound_meet(string kana, string latin) => Assert.Contains(Loanwords.OfKana(kana), Loanwords.OfLatin(latin));

    [Theory]
    [InlineData("tchr", "teacher", true)]
    [InlineData("subj", "subject", true)]
    [InlineData("mgr", "manager", true)]
    [InlineData("sum", "summit", true)]
    [InlineData("rate", "retreat", false)]
    [InlineData("abc", "attribute", false)]
    public void A_short_form_keeps_the_consonants_in_order(string part, string word, bool expected) => Assert.Equal(expected, Shortened.Is(part, word));

    [Fact]
    public void What_is_spelled_well_is_not_put_right()
    {
        Assert.Null(Typos.InNames("price", new Dictionary<string, string> { ["prize"] = "prize" }));
        Assert.Equal("prize", Typos.InNames("prizze", new Dictionary<string, string> { ["prize"] = "prize" }));
        Assert.Equal("average", Typos.InLanguage("avarage"));
        Assert.Equal("total", Typos.InLanguage("totl"));
    }

    private static Column Text(string name, params string[] values) => new() { Name = name, Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = values };

    private static Column Number(string name) => new() { Name = name, Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "mean" };
}
