using Web.Tests.Operations;
using Web.Tests.Support;

namespace Web.Tests.Secrets;

/// <summary>
/// Everything that handles a secret is done once, rightly and wrongly, with secrets that would be known anywhere, while the app says
/// everything that it can say. Then nobody finds one of them: in the log, in traces and figures, in an answer that refuses, in any column.
/// </summary>
public sealed class SecretsTests(TestInstallation installation)
{
    private const string Holder = "whoever opened the link has it in the address; the page sends it on with its form";

    /// <summary>Where a secret may stand, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["app.letters.content: link that could not be delivered"] = "a letter carries its link until it is delivered or of no more use; the mail server refused this one for good, and it may be sent again",
        ["answer 422 /Access/TwoFactor/AuthenticatorPage: authenticator key"] = "whoever sets an authenticator up and mistypes its code needs the key again; the page is theirs alone and no-store",
        ["answer 404 /Access/Invitations/AcceptPage: link of an invitation"] = Holder,
        ["answer 422 /Access/Invitations/AcceptPage: link of an invitation"] = Holder,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task None_is_found_anywhere()
    {
        var database = await installation.CopyAsync(installation.Fresh);
        using var sinks = new Sinks();
        await using var flows = await SecretFlows.StartAsync(installation, database, sinks);
        await flows.RunAsync();
        await using var all = Rows.All(installation, database);
        await Eventually.TrueAsync(async () => (long)(await Rows.ScalarAsync(all, "select count(*) from app.jobs where status = 'running' or status = 'queued' and due_at <= now()"))! == 0);

        var sweep = new Sweep(flows.Secrets);
        foreach (var (sink, text) in sinks.Said) sweep.Look(sink, text);
        await sweep.LookAtAsync(all, Cancellation);
        TestContext.Current.TestOutputHelper?.WriteLine($"{flows.Secrets.Count} secrets in {flows.Secrets.Sum(secret => secret.Forms.Count)} forms, {sinks.Said.Count} lines, {sweep.Columns} columns, {sweep.Characters} characters");
        var found = sweep.Hits.Where(hit => !Exceptions.ContainsKey(hit.Key)).Select(hit => $"{hit.Key} in …{hit.Value}…").ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Equal([], Exceptions.Keys.Except(sweep.Hits.Keys)); // what is no exception any more
    }

    /// <summary>Planted where it would be easy to overlook, it is found.</summary>
    [Theory]
    [InlineData("plain text with canary-5f3a91c2 in it")]
    [InlineData("%7B%22password%22%3A%22canary-5f3a91c2%22%7D")]
    [InlineData("eyJwYXNzd29yZCI6ImNhbmFyeS01ZjNhOTFjMiJ9")]
    [InlineData("eyJhIjoiY2FuYXJ5LTVmM2E5MWMyIn0=")]
    [InlineData("63616e6172792d3566336139316332")]
    [InlineData("\\x63616E6172792D3566336139316332")]
    public void One_that_is_there_is_found(string text)
    {
        var sweep = new Sweep([Secret.Of("planted", "canary-5f3a91c2")]);
        sweep.Look("here", text);
        Assert.Equal(["here: planted"], sweep.Hits.Keys);
    }
}
