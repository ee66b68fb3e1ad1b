using System.Security.Cryptography;
using System.Text;

namespace Web.Insights.Superset;

public enum SupersetKind { Database, Dataset, Chart }

/// <summary>A thing of a company's that stands in a Superset, and what was last sent of it.</summary>
public sealed class SupersetObject
{
    private SupersetObject()
    {
    }

    public Guid Id { get; private init; }
    /// <summary>Which Superset, by its address.</summary>
    public string Target { get; private init; } = "";
    public SupersetKind Kind { get; private init; }
    /// <summary>Which of its kind: a dataset's key, a chart's id.</summary>
    public string Key { get; private init; } = "";
    public Guid RemoteUuid { get; private init; }
    public long RemoteId { get; private set; }
    public string SentHash { get; private set; } = "";
    public DateTimeOffset PushedAt { get; private set; }

    public static SupersetObject Of(string target, SupersetKind kind, string key, Guid uuid, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Target = target, Kind = kind, Key = key, RemoteUuid = uuid };

    public void Stands(long remote, string hash, DateTimeOffset now) => (RemoteId, SentHash, PushedAt) = (remote, hash, now);

    public static string HashOf(string sent) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sent)));
}
