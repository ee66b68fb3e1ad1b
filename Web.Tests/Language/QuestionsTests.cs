using Web.Language;
using Web.Tests.Language.Domains;

namespace Web.Tests.Language;

public sealed class QuestionsTests
{
    [Theory]
    [InlineData("units collected by bailiwick", new[] { "bailiwick" })]
    [InlineData("zzyzx by town", new[] { "zzyzx" })]
    [InlineData("units collected by town for redcoats", new[] { "redcoats" })]
    [InlineData("scatter of units collected", new string[0])]
    public async Task A_question_about_words_says_which_are_not_known(string words, string[] unknown)
    {
        var contract = (await Domain.OfAsync("blood_drives")).Contract;
        Assert.Equal(unknown, Assert.IsType<Unsure>(Interpreter.Read(new Request(words, "en", [contract], Corpus.Calendar, Corpus.Today))).Unknown);
    }
}
