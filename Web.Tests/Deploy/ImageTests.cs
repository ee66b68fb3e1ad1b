using System.Text.Json;
using System.Text.RegularExpressions;
using Web.Operations;
using Web.Tests.Support;

namespace Web.Tests.Deploy;

/// <summary>The image is made of what is locked, holds nothing to build with, and runs as nobody in particular.</summary>
public sealed partial class ImageTests
{
    private static readonly string[] Files = ["Dockerfile", "deploy/pgbouncer/Dockerfile"];

    public static TheoryData<string> Dockerfiles { get; } = [.. Files];

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void It_ends_as_a_user_that_is_seen_not_to_be_root(string file)
    {
        var last = LastStage(file).Last(line => line.StartsWith("USER ", StringComparison.Ordinal));
        Assert.Matches("^USER [1-9][0-9]*:[1-9][0-9]*$", last);
    }

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void It_carries_no_secret_and_asks_for_none_while_it_is_built(string file) =>
        Assert.DoesNotContain(Instructions(file), line => line.StartsWith("ARG ", StringComparison.Ordinal) || (line.StartsWith("ENV ", StringComparison.Ordinal) && SecretName().IsMatch(line)));

    [Fact]
    public void Its_last_stage_takes_nothing_but_the_published_app() =>
        Assert.Equal(["COPY --from=app /app ."], LastStage("Dockerfile").Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) || line.StartsWith("ADD ", StringComparison.Ordinal)));

    [Fact]
    public void It_has_the_library_that_passwords_are_hashed_with() =>
        Assert.Contains(LastStage("Dockerfile"), line => line.StartsWith("RUN apt-get", StringComparison.Ordinal) && line.Contains(" libsodium23 ", StringComparison.Ordinal));

    [Fact]
    public void Its_health_is_asked_by_a_verb_of_the_app()
    {
        var words = JsonSerializer.Deserialize<string[]>(Words().Match(LastStage("Dockerfile").Single(line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal))).Value)!;
        var entry = JsonSerializer.Deserialize<string[]>(Words().Match(LastStage("Dockerfile").Single(line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal))).Value)!;
        Assert.Equal(entry, words[..entry.Length]);
        Assert.True(CommandLine.Asks(words[entry.Length..]));
    }

    [Fact]
    public void It_is_made_of_the_versions_that_are_tested() =>
        Assert.Equal(Versions("Web/packages.lock.json"), Versions("Web/packages.publish.lock.json"));

    [Fact]
    public void Its_context_holds_no_secret_and_nothing_that_was_built()
    {
        var rules = File.ReadLines(Path.Combine(SourceTree.Root, ".dockerignore")).Where(line => line is not "" && line[0] != '#').ToList();
        Assert.Equal("*", rules[0]);
        Assert.Equal([], new[] { "wwwroot/lib", "Web/bin", "Web/obj", "**/.data", "**/.env" }.Except(rules));
    }

    private static List<string> Instructions(string file) =>
        [.. File.ReadAllText(Path.Combine(SourceTree.Root, file)).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.Trim() is not "" && line[0] != '#')];

    private static List<string> LastStage(string file)
    {
        var all = Instructions(file);
        return all[all.FindLastIndex(line => line.StartsWith("FROM ", StringComparison.Ordinal))..];
    }

    private static IEnumerable<string> Versions(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, file)));
        return [.. json.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()} {package.Value.GetProperty("contentHash").GetString()}").Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("PASSWORD|KEY|SECRET|TOKEN", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"\[.*\]$", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
