using Web.Language;

namespace Web.Tests.Language.Words;

/// <summary>Words are near in it that are near in meaning.</summary>
public sealed class WordSpaceTests
{
    [Fact]
    public void The_build_has_put_it_in() => Assert.True(WordSpace.IsHere);

    [Theory]
    [InlineData("salary", "wage", "chimney")]
    [InlineData("rubbish", "garbage", "violin")]
    [InlineData("town", "city", "protein")]
    [InlineData("physician", "doctor", "gravel")]
    public void Words_of_one_meaning_are_nearer_than_any_other(string word, string near, string far)
    {
        Assert.True(Cosine(word, near) > 0.55);
        Assert.True(Cosine(word, far) < 0.35);
    }

    [Fact]
    public void A_word_points_where_its_plural_does() => Assert.Equal(1, Cosine("harbour", "harbours"), 0.001f);

    [Fact]
    public void A_direction_has_length_one() => Assert.Equal(1, WordSpace.Product(WordSpace.Of("bridge")!, WordSpace.Of("bridge")!), 0.001f);

    [Fact]
    public void What_is_no_word_points_nowhere()
    {
        Assert.Null(WordSpace.Of("qzxv"));
        Assert.False(WordSpace.Has("qzxv"));
    }

    private static float Cosine(string one, string other) => WordSpace.Product(WordSpace.Of(one)!, WordSpace.Of(other)!);
}
