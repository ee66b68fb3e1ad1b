using Web.Kernel;

namespace Web.Tests.KernelTests;

public sealed class RankTests
{
    [Fact]
    public void There_is_always_room_between_two_neighbours()
    {
        var random = new Random(7);
        List<string> order = [Rank.First];
        for (var i = 0; i < 3000; i++)
        {
            var at = random.Next(order.Count + 1);
            var rank = Rank.Between(at == 0 ? null : order[at - 1], at == order.Count ? null : order[at]);
            order.Insert(at, rank);
        }
        Assert.Equal(order.Order(StringComparer.Ordinal), order);
        Assert.Equal(order.Count, order.Distinct().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Adding_at_an_end_does_not_lengthen(bool atEnd)
    {
        var rank = Rank.First;
        for (var i = 0; i < 10_000; i++)
        {
            var next = atEnd ? Rank.Between(rank, null) : Rank.Between(null, rank);
            Assert.Equal(atEnd ? 1 : -1, Math.Sign(string.CompareOrdinal(next, rank)));
            rank = next;
        }
        Assert.Equal(6, rank.Length);
    }

    [Fact]
    public void Always_between_the_same_two_grows_until_it_is_too_long()
    {
        var (low, high) = (Rank.First, Rank.Between(Rank.First, null));
        var count = 0;
        while (!Rank.IsTooLong(high) && count++ < 1000) high = Rank.Between(low, high);
        Assert.InRange(count, 50, 999);
    }

    [Fact]
    public void A_spread_is_in_order_and_short()
    {
        var spread = Rank.Spread(5000).ToList();
        Assert.Equal(spread.Order(StringComparer.Ordinal), spread);
        Assert.All(spread, rank => Assert.Equal(6, rank.Length));
    }

    [Fact]
    public void Neighbours_out_of_order_are_refused() => Assert.Throws<ArgumentException>(() => Rank.Between("V00001", "V00000"));
}
