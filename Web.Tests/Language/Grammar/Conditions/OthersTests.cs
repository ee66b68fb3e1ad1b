using static Web.Tests.Language.Cottages;

namespace Web.Tests.Language.Grammar;

/// <summary>Two bounds that no number fulfils both of.</summary>
public sealed class OthersTests
{
    [Theory]
    [InlineData("number of cottages with a rent above 900 or below 300 by country", "any(rent > 900,rent < 300)")]
    [InlineData("家賃が900より上か300未満のコテージを国別に数えて", "any(rent > 900,rent < 300)")]
    public void Either_of_them_holds(string words, string expected) => Assert.Contains(expected, Read(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("number of cottages with a rent of 300 or below by country", "rent <= 300")]
    [InlineData("number of cottages with a rent above 300 and below 900 by country", "rent < 900")]
    public void One_bound_or_a_range_is_as_before(string words, string expected)
    {
        var said = Read(words);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.DoesNotContain("any(", said, StringComparison.Ordinal);
    }
}
