using Web.Language;

namespace Web.Tests.Language.Words;

/// <summary>The general dictionary that the build makes of EDICT.</summary>
public sealed class JapaneseEnglishTests
{
    [Fact]
    public void The_build_has_put_it_in() => Assert.True(JapaneseEnglish.IsHere);

    [Theory]
    [InlineData("灯台", "lighthouse")]
    [InlineData("りんご", "apple")]
    [InlineData("ぺんぎん", "penguin")]
    public void A_word_is_found_as_it_is_compared(string word, string english) => Assert.Contains(english, JapaneseEnglish.Of(word));

    [Theory]
    [InlineData("")]
    [InlineData("灯台灯")]
    [InlineData("あまりにも長くて辞書にはない語")]
    [InlineData("zzz")]
    public void What_it_does_not_have_says_nothing(string word)
    {
        Assert.Empty(JapaneseEnglish.Of(word));
        Assert.False(JapaneseEnglish.Has(word));
    }

    [Fact]
    public void Its_first_and_its_last_line_are_found()
    {
        using var stream = typeof(JapaneseEnglish).Assembly.GetManifestResourceStream("words/japanese-english.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in new[] { lines[0], lines[^1], lines[lines.Length / 2] })
        {
            var (word, glosses) = (line.Split('\t')[0], line.Split('\t')[1].Split('|'));
            Assert.Equal(glosses, JapaneseEnglish.Of(word));
        }
    }
}
