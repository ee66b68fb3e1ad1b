using System.Text.RegularExpressions;
using Npgsql;
using Web.Operations;
using Web.Tests.Support;

namespace Web.Tests.Deploy;

/// <summary>The installation of compose.yaml keeps its secrets, and says what the app understands.</summary>
public sealed partial class ComposeTests
{
    private static readonly ComposeFile Compose = ComposeFile.Read();
    private static readonly string[] Ours = ["roles", "migrate", "pgbouncer", "app"];

    [Fact]
    public void No_secret_stands_in_it()
    {
        List<string> told = [];
        foreach (var service in Compose.Services)
            foreach (var (name, value) in Compose.Environment(service))
            {
                var secret = SecretName().IsMatch(name) ? value : PasswordInside().Match(value) is { Success: true } inside ? inside.Groups["password"].Value : null;
                if (secret is not null && !DemandedSetting().IsMatch(secret)) told.Add($"{service}: {name}");
            }
        Assert.Empty(told);
    }

    [Fact]
    public void The_example_of_env_has_just_its_settings_and_no_secret()
    {
        var lines = File.ReadLines(Path.Combine(SourceTree.Root, ".env.example")).Where(line => line.Contains('=') && !line.StartsWith('#')).Select(line => line.Split('=', 2)).ToList();
        Assert.Equal(Compose.Settings.Order(), lines.Select(pair => pair[0]).Order());
        Assert.All(lines.Where(pair => SecretName().IsMatch(pair[0])), pair => Assert.Equal("", pair[1]));
        Assert.Contains(".env", File.ReadLines(Path.Combine(SourceTree.Root, ".gitignore")));
    }

    [Theory]
    [InlineData("app")]
    [InlineData("migrate")]
    public void Every_name_that_it_gives_the_app_is_a_setting_of_the_app(string service)
    {
        var names = Compose.Environment(service).Keys.ToList();
        Assert.NotEmpty(names);
        Assert.Equal([], names.Where(name => !Settings.Known.Contains(Settings.WithoutIndex(name))));
    }

    [Fact]
    public void What_serves_has_no_login_but_its_own()
    {
        var given = string.Join('\n', new[] { "app", "pgbouncer" }.SelectMany(service => Compose.Environment(service)).Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Contains("APP_RW_PASSWORD", given);
        foreach (var other in new[] { "POSTGRES_PASSWORD", "APP_MIGRATOR_PASSWORD", "PLATFORM_CONSOLE_PASSWORD", "ConnectionStrings__Owner" }) Assert.DoesNotContain(other, given);
    }

    [Fact]
    public void Work_goes_through_the_pooler_without_kept_statements_and_listening_around_it()
    {
        var app = Compose.Environment("app");
        var (pooled, direct) = (new NpgsqlConnectionStringBuilder(app["ConnectionStrings__Database"]), new NpgsqlConnectionStringBuilder(app["ConnectionStrings__Direct"]));
        Assert.Equal(("pgbouncer", 6432, "app_rw"), (pooled.Host, pooled.Port, pooled.Username));
        Assert.EndsWith(";Max Auto Prepare=0", app["ConnectionStrings__Database"]); // said aloud, or the app sets its own
        Assert.Equal(("db", 5432, "app_rw"), (direct.Host, direct.Port, direct.Username));
        Assert.Equal("app_migrator", new NpgsqlConnectionStringBuilder(Compose.Environment("migrate")["ConnectionStrings__Owner"]).Username);
        Assert.Contains("pool_mode = transaction", File.ReadAllText(Path.Combine(SourceTree.Root, "deploy/pgbouncer/start.sh")));
    }

    [Fact]
    public void Everything_of_ours_runs_with_a_root_that_it_cannot_write_to_and_without_capabilities() => Assert.All(Ours, service =>
    {
        Assert.Equal("true", Compose.Value(service, "read_only"));
        Assert.Equal("[ALL]", Compose.Value(service, "cap_drop"));
    });

    [Fact]
    public void The_verb_of_migrate_is_one_of_the_app() =>
        Assert.True(CommandLine.Asks(System.Text.Json.JsonSerializer.Deserialize<string[]>(Compose.Value("migrate", "command")!)!));

    [Fact]
    public void Nobody_from_outside_reaches_more_than_the_app_on_this_machine() =>
        Assert.Equal(["      - 127.0.0.1:${APP_PORTS:-5080-5089}:8080"], Compose.Text.Split('\n').Where(line => PublishedPort().IsMatch(line)));

    [GeneratedRegex("PASSWORD|KEY|SECRET|TOKEN", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex("Password=(?<password>[^;]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PasswordInside();

    [GeneratedRegex(@"^\$\{\w+:\?[^}]+\}$", RegexOptions.None, 1000)]
    private static partial Regex DemandedSetting();

    [GeneratedRegex(@"^\s+- .*:\d+$", RegexOptions.None, 1000)]
    private static partial Regex PublishedPort();
}
