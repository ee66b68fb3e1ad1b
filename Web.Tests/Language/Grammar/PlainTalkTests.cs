namespace Web.Tests.Language.Grammar;

/// <summary>Requests as people put them to a colleague.</summary>
public sealed class PlainTalkTests
{
    [Theory]
    [InlineData("lowest and highest fare by garrison", "bar | x:garrison/ | max fare,min fare")]
    [InlineData("average fare across all runs", "big_number |  | mean fare")]
    [InlineData("Dover and Calais runs by month, one line each", "line | x:left_base_on/month,series:garrison/ | count | garrison in [Calais,Dover]")]
    [InlineData("growth of runs by month in percent", "line | x:left_base_on/month | count |  |  |  |  | change_percent")]
    [InlineData("gimme the passengers by garrison pls, I'd be grateful", "bar | x:garrison/ | sum passengers")]
    [InlineData("runs with more than 100 passengers, most recent first", "table |  |  | passengers > 100")]
    public void In_english(string words, string expected) => Assert.StartsWith(expected, Convoys.Said(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("金額が1000を上回らない注文の件数", "big_number |  | count | amount <= 1000")]
    [InlineData("金額1000以上を除いたうえで、studioごとの件数", "bar | x:studio/ | count | amount < 1000")]
    [InlineData("どのstudioに何件ずつ注文がありましたか", "bar | x:studio/ | count")]
    [InlineData("金額はトータルいくらになりますか", "big_number |  | sum amount")]
    [InlineData("studioごとの金額、上から2つ", "bar | x:studio/ | sum amount |  | y desc | 2")]
    [InlineData("受け付け件数をstudioごとに", "bar | x:studio/ | count")]
    [InlineData("Ashを除いた注文の金額をglazeごとに", "bar | x:glaze/ | sum amount | glaze != Ash")]
    public void In_japanese(string words, string expected) => Assert.StartsWith(expected, Pottery.Said(words), StringComparison.Ordinal);
}
