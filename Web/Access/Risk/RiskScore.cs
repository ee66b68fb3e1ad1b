namespace Web.Access.Risk;

public enum RiskLevel { Low, Medium, High }

/// <summary>When somebody is usually here.</summary>
public enum Hour { Usual, Odd, Unknown }

/// <summary>
/// What is known of a sign-in or of a session in use, all of it seen by the server itself. Nothing in it can be said by the
/// caller to their own advantage: what is not known counts as risky.
/// </summary>
public sealed record Situation
{
    /// <summary>The browser showed the secret that it got when this person signed in with it before.</summary>
    public required bool DeviceKnown { get; init; }

    /// <summary>The person was here before from this network; null: where the call comes from is not known.</summary>
    public required bool? NetworkKnown { get; init; }

    /// <summary>A session of theirs was in use moments ago from another network.</summary>
    public required bool InUseElsewhere { get; init; }

    public required Hour Hour { get; init; }

    /// <summary>Tries of this person that failed within the last hour.</summary>
    public required int Failures { get; init; }

    public required bool SecondFactor { get; init; }

    /// <summary>Since the person behind a session last proved who they are; null at a sign-in.</summary>
    public TimeSpan? SinceProof { get; init; }

    /// <summary>More requests within a minute than a person makes.</summary>
    public bool Burst { get; init; }

    /// <summary>The installation's list has the address, or cannot be read; without a list it is nobody's.</summary>
    public bool BadReputation { get; init; }
}

/// <summary>How risky it is, and why: each reason has its weight, and the sum is the score.</summary>
public sealed record RiskScore(int Score, IReadOnlyList<string> Reasons)
{
    public const int Medium = 30, High = 70;

    public static readonly TimeSpan OldProof = TimeSpan.FromHours(12);

    /// <summary>The weights, as the page of rules shows them.</summary>
    public static IReadOnlyDictionary<string, int> Weights { get; } = new Dictionary<string, int>
    {
        ["bad_reputation"] = 40, ["impossible_pace"] = 35, ["burst"] = 30, ["new_device"] = 25, ["new_network"] = 20, ["no_address"] = 20,
        ["failures_before"] = 20, ["odd_hour"] = 15, ["old_session"] = 15, ["no_second_factor"] = 10, ["no_history"] = 5,
    };

    public RiskLevel Level => Score >= High ? RiskLevel.High : Score >= Medium ? RiskLevel.Medium : RiskLevel.Low;

    public string Word => Level.ToString().ToLowerInvariant();

    public static RiskScore Of(Situation seen)
    {
        List<string> reasons = [];
        if (!seen.DeviceKnown) reasons.Add("new_device");
        if (seen.NetworkKnown is null) reasons.Add("no_address");
        if (seen.NetworkKnown == false) reasons.Add("new_network");
        if (seen.InUseElsewhere) reasons.Add("impossible_pace");
        if (seen.Hour != Hour.Usual) reasons.Add(seen.Hour == Hour.Odd ? "odd_hour" : "no_history");
        if (seen.Failures >= 3) reasons.Add("failures_before");
        if (!seen.SecondFactor) reasons.Add("no_second_factor");
        if (seen.SinceProof > OldProof) reasons.Add("old_session");
        if (seen.Burst) reasons.Add("burst");
        if (seen.BadReputation) reasons.Add("bad_reputation");
        return new RiskScore(reasons.Sum(reason => Weights[reason]), reasons);
    }
}
