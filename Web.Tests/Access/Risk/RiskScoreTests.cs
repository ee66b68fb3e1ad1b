using System.Net;
using Web.Access.Risk;

namespace Web.Tests.Access.Risk;

public sealed class RiskScoreTests
{
    private static readonly Situation Calm = new() { DeviceKnown = true, NetworkKnown = true, InUseElsewhere = false, Hour = Hour.Usual, Failures = 0, SecondFactor = true };

    public static TheoryData<string> Reasons { get; } = [.. RiskScore.Weights.Keys];

    [Fact]
    public void Nothing_strange_scores_nothing() => Assert.Equal((0, RiskLevel.Low), (RiskScore.Of(Calm).Score, RiskScore.Of(Calm).Level));

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_signal_alone_has_its_weight_and_its_reason(string reason)
    {
        var risk = RiskScore.Of(With(reason));
        Assert.Equal([reason], risk.Reasons);
        Assert.Equal(RiskScore.Weights[reason], risk.Score);
    }

    [Fact]
    public void What_is_not_known_counts_as_risky()
    {
        var nothing = RiskScore.Of(new Situation { DeviceKnown = false, NetworkKnown = null, InUseElsewhere = false, Hour = Hour.Unknown, Failures = 0, SecondFactor = false });
        Assert.Equal(RiskLevel.Medium, nothing.Level);
        Assert.Equal(["new_device", "no_address", "no_history", "no_second_factor"], nothing.Reasons);
    }

    [Fact]
    public void Device_network_hour_and_burst_together_are_high() =>
        Assert.Equal(RiskLevel.High, RiskScore.Of(Calm with { DeviceKnown = false, NetworkKnown = false, Hour = Hour.Odd, Burst = true }).Level);

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.250", true)]
    [InlineData("203.0.113.7", "203.0.114.7", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:ffff::9", true)]
    [InlineData("2001:db8:1::1", "2001:db8:2::1", false)]
    public void A_network_is_as_wide_as_people_move(string one, string other, bool same) =>
        Assert.Equal(same, Network.Of(IPAddress.Parse(one)) == Network.Of(IPAddress.Parse(other)));

    [Fact]
    public void Rules_count_from_their_level_on()
    {
        var rules = RiskRules.Begin(DateTimeOffset.UtcNow);
        rules.Set(RiskLevel.Medium, RiskLevel.High, null, DateTimeOffset.UtcNow);
        Assert.Equal([false, true, true], new[] { RiskLevel.Low, RiskLevel.Medium, RiskLevel.High }.Select(rules.Notifies));
        Assert.Equal([false, false, true], new[] { RiskLevel.Low, RiskLevel.Medium, RiskLevel.High }.Select(rules.Asks));
        Assert.Equal([false, false, false], new[] { RiskLevel.Low, RiskLevel.Medium, RiskLevel.High }.Select(rules.Refuses));
    }

    private static Situation With(string reason) => reason switch
    {
        "bad_reputation" => Calm with { BadReputation = true },
        "impossible_pace" => Calm with { InUseElsewhere = true },
        "burst" => Calm with { Burst = true },
        "new_device" => Calm with { DeviceKnown = false },
        "new_network" => Calm with { NetworkKnown = false },
        "no_address" => Calm with { NetworkKnown = null },
        "failures_before" => Calm with { Failures = 3 },
        "odd_hour" => Calm with { Hour = Hour.Odd },
        "old_session" => Calm with { SinceProof = TimeSpan.FromHours(13) },
        "no_second_factor" => Calm with { SecondFactor = false },
        "no_history" => Calm with { Hour = Hour.Unknown },
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A signal that nobody tries."),
    };
}
