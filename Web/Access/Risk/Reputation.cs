using System.Net;

namespace Web.Access.Risk;

/// <summary>
/// Addresses that the operator has reason to distrust: a file of addresses and networks, one a line (<c>Risk:ReputationFile</c>).
/// A list that is ordered and cannot be read distrusts everybody.
/// </summary>
internal sealed partial class Reputation
{
    private readonly IReadOnlyList<IPNetwork>? listed;
    private readonly bool ordered;
    private readonly ILogger<Reputation> logger;

    public Reputation(IConfiguration configuration, ILogger<Reputation> logger)
    {
        this.logger = logger;
        if (configuration["Risk:ReputationFile"] is not { Length: > 0 } file) return;
        ordered = true;
        try
        {
            listed = [.. File.ReadLines(file).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).Select(Read)];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FormatException)
        {
            LogUnreadable(cause, file);
        }
    }

    public bool IsBad(IPAddress? address)
    {
        if (!ordered) return false;
        if (address is null || listed is null) return true;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return listed.Any(network => network.Contains(address));
    }

    private static IPNetwork Read(string line)
    {
        if (line.Contains('/', StringComparison.Ordinal)) return IPNetwork.Parse(line);
        var address = IPAddress.Parse(line);
        return new IPNetwork(address, address.GetAddressBytes().Length * 8);
    }

    [LoggerMessage(LogLevel.Error, "The reputation list {File} cannot be read; every address counts as bad until it can")]
    private partial void LogUnreadable(Exception cause, string file);
}
