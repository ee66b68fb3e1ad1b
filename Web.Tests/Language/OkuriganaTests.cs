using Web.Language;

namespace Web.Tests.Language;

public sealed class OkuriganaTests
{
    [Theory]
    [InlineData("申し込み件数", "申込件数")]
    [InlineData("申込みの数", "申込の数")]
    [InlineData("申し込まれた分", "申込まれた分")]
    [InlineData("受け付け日", "受付日")]
    [InlineData("支払いまでの日数", "支払までの日数")]
    [InlineData("問い合わせ", "問合")]
    public void Kana_that_kanji_may_do_without_are_dropped(string written, string plain) => Assert.Equal(plain, Read(written));

    [Theory]
    [InlineData("支払いました")]
    [InlineData("申す 込む")]
    [InlineData("積み上げ")]
    [InlineData("受けて付ける")]
    public void Verbs_and_other_words_stay(string written) => Assert.Equal(written.Replace(" ", "", StringComparison.Ordinal), Read(written));

    [Fact]
    public void What_was_typed_can_still_be_pointed_at()
    {
        const string words = "先月の申し込みの件数";
        var tokens = Tokens.Of(words);
        Assert.All(tokens, token => Assert.InRange(token.End, token.Start + 1, words.Length));
        Assert.Contains(tokens, token => words[token.Start..token.End] == "込み");
    }

    private static string Read(string words) => string.Concat(Tokens.Of(words).Select(token => token.Raw));
}
