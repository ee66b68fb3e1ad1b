using System.Text.RegularExpressions;

namespace Web.Insights.Superset;

/// <summary>The Superset that charts are pushed to, as the operator configures it. Without <see cref="Url"/> there is none.</summary>
public sealed partial class SupersetOptions
{
    /// <summary>Where we reach it, for instance <c>http://superset.internal:8088</c>; private addresses are fine.</summary>
    public Uri? Url { get; set; }

    /// <summary>Where people reach it, when that is another address.</summary>
    public Uri? PublicUrl { get; set; }

    public string Username { get; set; } = "";
    public string Password { get; set; } = "";

    /// <summary><c>db</c> or <c>ldap</c>.</summary>
    public string Provider { get; set; } = "db";

    /// <summary>
    /// The connection by which Superset reads a company's rows. <c>{tenant}</c> is its id in 32 hexadecimal digits and must be part of
    /// the user's name: every company signs in as itself.
    /// </summary>
    public string? DatabaseUri { get; set; }

    /// <summary>The connection of single companies, by their subdomain, where it does not follow <see cref="DatabaseUri"/>.</summary>
    public Dictionary<string, string> Databases { get; set; } = [];

    /// <summary>The schema in which that login finds the company's own rows.</summary>
    public string Schema { get; set; } = "tenant_{tenant}";

    /// <summary>How long one call may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    internal string Base => Url!.AbsoluteUri.TrimEnd('/');

    internal string PublicBase => (PublicUrl ?? Url!).AbsoluteUri.TrimEnd('/');

    /// <summary>What is wrong, in words for the operator; null when nothing is.</summary>
    internal string? Fault()
    {
        if (Url is null) return null;
        if (!IsWeb(Url) || (PublicUrl is not null && !IsWeb(PublicUrl))) return "Superset:Url and Superset:PublicUrl must be full web addresses, for instance https://superset.example.com.";
        if (Username is "" || Password is "") return "Superset:Username and Superset:Password are needed with Superset:Url.";
        if (Provider is not ("db" or "ldap")) return "Superset:Provider must be db or ldap.";
        if (DatabaseUri is null && Databases.Count == 0) return "Superset:DatabaseUri is needed with Superset:Url, or Superset:Databases with one connection for each company.";
        if (DatabaseUri is not null && !OwnLogin().IsMatch(DatabaseUri)) return "Superset:DatabaseUri must name {tenant} in its user, for instance postgresql+psycopg2://tenant_{tenant}:secret@db:5432/app: a login is never shared between companies.";
        var users = Databases.Values.Select(uri => User().Match(uri).Groups["user"].Value).ToList();
        if (users.Contains("") || users.Distinct().Count() != users.Count) return "Superset:Databases must give every company a login of its own.";
        if (!Schema.Contains("{tenant}", StringComparison.Ordinal) || !SchemaName().IsMatch(Schema)) return "Superset:Schema must name {tenant}, in lower-case letters, digits and underscores.";
        return Timeout > TimeSpan.Zero ? null : "Superset:Timeout must be longer than nothing.";
    }

    private static bool IsWeb(Uri uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" };

    [GeneratedRegex(@"^[a-z0-9+]+://[^:/@]*\{tenant\}[^:/@]*:[^/]*@", RegexOptions.None, 1000)]
    private static partial Regex OwnLogin();

    [GeneratedRegex(@"^[a-z0-9+]+://(?<user>[^:/@]+):[^/]*@", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex User();

    [GeneratedRegex(@"^[a-z0-9_{}]{1,60}$", RegexOptions.None, 1000)]
    private static partial Regex SchemaName();
}
