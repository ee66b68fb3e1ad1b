using System.Net;
using System.Net.Mail;
using Web.Data;
using Web.Kernel;

namespace Web.Mail;

/// <summary>Where letters are handed over (<c>Mail:Host</c>, <c>Port</c>, <c>User</c>, <c>Password</c>, <c>From</c>, <c>Tls</c>, <c>TimeOutSeconds</c>).</summary>
public sealed record MailOptions
{
    /// <summary>The mail server; null: none, and letters wait, or stay in the development mailbox.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "";

    /// <summary>Whether the connection must be encrypted before anything is said (STARTTLS).</summary>
    public bool Tls { get; init; } = true;

    /// <summary>How long handing over one letter may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the second attempt; each further pause is four times as long, up to an hour.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Development without a mail server: letters are read at <c>/dev/mailbox</c> and go nowhere.</summary>
    public bool ToMailbox { get; init; }

    /// <exception cref="StartRefusedException">The message names the setting that is wrong.</exception>
    public static MailOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var options = new MailOptions
        {
            Host = configuration["Mail:Host"] is { Length: > 0 } host ? host : null,
            Port = Number(configuration["Mail:Port"], "Port", 587, 65535), User = configuration["Mail:User"] is { Length: > 0 } user ? user : null, Password = configuration["Mail:Password"], From = configuration["Mail:From"] ?? "",
            Tls = configuration["Mail:Tls"] switch { null or "" or "starttls" => true, "none" => false, _ => throw new StartRefusedException("Mail__Tls must be starttls or none. Port 465, where encryption begins at once, is not spoken here; use 587.") },
            Patience = TimeSpan.FromSeconds(Number(configuration["Mail:TimeOutSeconds"], "TimeOutSeconds", 30, 300)),
        };
        if (options.Host is null) return options with { ToMailbox = environment.IsDevelopment() };
        if (Uri.CheckHostName(options.Host) == UriHostNameType.Unknown) throw new StartRefusedException("Mail__Host must be the name or address of a mail server, without a port.");
        if (!EmailAddress.IsValid(options.From)) throw new StartRefusedException("Mail__From must be the e-mail address that letters come from.");
        if (options.User is null != options.Password is null or "") throw new StartRefusedException("Mail__User and Mail__Password belong together: set both or neither.");
        if (options is { User: not null, Tls: false } && !IsHere(options.Host)) throw new StartRefusedException("Mail__Tls=none would send Mail__Password in the clear; use starttls.");
        return options;
    }

    internal MailAddress Sender => new(From);

    internal TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromTicks((long)Math.Min(TimeSpan.FromHours(1).Ticks, FirstPause.Ticks * Math.Pow(4, Math.Min(attempts, 20) - 1)));

    private static int Number(string? said, string name, int usual, int most) =>
        said is not { Length: > 0 } text ? usual
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : throw new StartRefusedException($"Mail__{name} must be a whole number from 1 to {most}.");

    private static bool IsHere(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
