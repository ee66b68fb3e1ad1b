using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Jobs;
using Web.Mail;
using Web.Tests.Support;

namespace Web.Tests.Mail;

/// <summary>Letters reach a real mail server, whatever happens on the way.</summary>
public sealed class LetterWorkTests(TestInstallation installation) : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> open = [];
    private TestApp app = null!;

    [Fact]
    public async Task A_letter_arrives_in_its_readers_language_as_text_and_as_html_and_its_words_are_gone_here()
    {
        var (company, peer) = await ServeAsync();
        var link = new Uri($"http://{company.Host}/x?token=abc_-123");
        var posted = await PostAsync(company, Letter.To("saeki@example.com", "ja").About<TestLetters>("Letter.Trial", "<b>青葉計測</b>").Opening(link));
        var letter = await EndedAsync(company, posted);
        Assert.Equal((LetterStatus.Sent, 1, null, null), (letter.Status, letter.Attempts, letter.Problem, letter.Content));
        var received = Assert.Single(peer.Letters);
        Assert.Equal("saeki@example.com", received.To);
        Assert.Equal("<b>青葉計測</b>からのお知らせ", received.Header("Subject"));
        Assert.Contains("Test Company (Tsumugi)", received.Header("From"));
        Assert.Contains("no-reply@mail.example", received.Header("From"));
        Assert.Contains($"{posted:N}@mail.example", received.Header("Message-ID"));
        Assert.Contains("一つ目の段落です。\n\n二つ目の段落です。", received.Text);
        Assert.Contains(link.AbsoluteUri, received.Text);
        Assert.Contains("&lt;b&gt;青葉計測&lt;/b&gt;", received.Html);
        Assert.DoesNotContain("<b>", received.Html);
        Assert.Contains($"href=\"{link.AbsoluteUri}\"", received.Html);
        Assert.Contains($"http://{company.Host}/", received.Text);
    }

    [Fact]
    public async Task A_letter_whose_cause_is_taken_back_never_goes()
    {
        var (company, peer) = await ServeAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() => company.WorkAsync<int>(async db =>
        {
            db.Post(Trial("never@example.com"), DateTimeOffset.UtcNow);
            await db.SaveChangesAsync();
            throw new InvalidDataException();
        }));
        await EndedAsync(company, await PostAsync(company, Trial("after@example.com")));
        Assert.Equal(["after@example.com"], peer.Letters.Select(letter => letter.To));
    }

    [Fact]
    public async Task Whom_the_server_refuses_for_good_is_not_tried_again_and_the_others_get_theirs()
    {
        var (company, peer) = await ServeAsync();
        var nobody = await PostAsync(company, Trial("nobody@example.com"));
        var somebody = await PostAsync(company, Trial("somebody@example.com"));
        Assert.Equal(LetterStatus.Sent, (await EndedAsync(company, somebody)).Status);
        var refused = await EndedAsync(company, nobody);
        Assert.Equal((LetterStatus.Failed, 1, "refused", true), (refused.Status, refused.Attempts, refused.Problem, refused.Content is not null)); // it may be sent again while it is of use
        Assert.Contains("no such mailbox", refused.Said);
        Assert.Single(peer.Letters);
    }

    [Fact]
    public async Task Whom_the_server_puts_off_is_tried_again()
    {
        var (company, peer) = await ServeAsync();
        var posted = await PostAsync(company, Trial("later@example.com"));
        await Eventually.TrueAsync(async () => await ReadAsync(company, posted) is { Attempts: >= 2, Status: LetterStatus.Queued, Problem: "refused" });
        await peer.OpenUpAsync();
        Assert.Equal(LetterStatus.Sent, (await EndedAsync(company, posted)).Status);
        Assert.Single(peer.Letters);
    }

    [Fact]
    public async Task While_the_server_is_down_letters_wait_and_go_when_it_is_back()
    {
        var (company, peer) = await ServeAsync();
        var port = peer.Port;
        await peer.DisposeAsync();
        var posted = await PostAsync(company, Trial("saeki@example.com"));
        await Eventually.TrueAsync(async () => await ReadAsync(company, posted) is { Attempts: >= 2, Status: LetterStatus.Queued, Problem: "unreachable", Content: not null });
        await using var back = await SmtpPeer.StartAsync(port);
        Assert.Equal((LetterStatus.Sent, null), (await EndedAsync(company, posted) is { } letter ? (letter.Status, letter.Problem) : default));
        Assert.Equal("saeki@example.com", Assert.Single(back.Letters).To);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_left_in_time_and_tried_again()
    {
        var (company, peer) = await ServeAsync(mail => mail with { Patience = TimeSpan.FromSeconds(2) });
        var posted = await PostAsync(company, Trial("hold@example.com"));
        await Eventually.TrueAsync(async () => await ReadAsync(company, posted) is { Status: LetterStatus.Queued, Problem: "too_slow" });
        await peer.OpenUpAsync();
        Assert.Equal(LetterStatus.Sent, (await EndedAsync(company, posted)).Status);
        Assert.Single(peer.Letters.Select(letter => letter.Header("Message-ID")).Distinct());
    }

    [Fact]
    public async Task A_letter_that_is_of_no_more_use_is_not_sent()
    {
        var (company, peer) = await ServeAsync();
        var late = await EndedAsync(company, await PostAsync(company, Trial("saeki@example.com").UsefulFor(TimeSpan.Zero)));
        Assert.Equal((LetterStatus.Failed, "too_late", null), (late.Status, late.Problem, late.Content));
        Assert.Empty(peer.Letters);
    }

    [Fact]
    public async Task Nothing_is_said_to_a_server_that_does_not_encrypt_when_it_must()
    {
        var (company, peer) = await ServeAsync(mail => mail with { Tls = true });
        var posted = await PostAsync(company, Trial("saeki@example.com"));
        await Eventually.TrueAsync(async () => await ReadAsync(company, posted) is { Status: LetterStatus.Queued, Problem: not null });
        Assert.Empty(peer.Letters);
    }

    /// <summary>Killed after the server took the letter and before its yes was kept: it comes a second time, with the same Message-ID, over an encrypted and signed-in connection.</summary>
    [Fact]
    public async Task An_instance_killed_half_way_loses_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("tsumugi-smtp-").FullName;
        var (key, certificate) = (Path.Combine(folder, "key.pem"), Path.Combine(folder, "cert.pem"));
        await MakeCertificateAsync(key, certificate);
        var database = await installation.CopyAsync(installation.Fresh);
        await using var peer = await SmtpPeer.StartAsync(0, ("SMTP_KEY", key), ("SMTP_CERT", certificate), ("SMTP_USER", "tsumugi"), ("SMTP_PASSWORD", "s3cret"));
        var settings = new Dictionary<string, string?>(installation.SettingsFor(database)) { ["Jobs:Workers"] = "0" };
        app = new TestApp(settings);
        open.Add(app);
        var company = await TestTenant.MakeAsync(app);
        var posted = await PostAsync(company, Trial("hold@example.com"));
        foreach (var (name, value) in Mail(peer)) settings[name] = value;
        (settings["Mail:Host"], settings["Mail:Tls"], settings["Mail:User"], settings["Mail:Password"], settings["SSL_CERT_FILE"], settings["Jobs:Workers"]) = ("localhost", "starttls", "tsumugi", "s3cret", certificate, "2");
        settings["Mail:TimeOutSeconds"] = "300"; // the first one is killed, it does not give up
        await using (var first = await AppProcess.StartAsync(settings))
        {
            await Eventually.TrueAsync(() => Task.FromResult(!peer.Letters.IsEmpty));
            await first.KillAsync();
        }
        Assert.Equal(LetterStatus.Queued, (await ReadAsync(company, posted)).Status);
        await peer.OpenUpAsync();
        await using var second = await AppProcess.StartAsync(settings);
        Assert.Equal(LetterStatus.Sent, (await EndedAsync(company, posted)).Status);
        Assert.True(peer.Letters.Count >= 2);
        Assert.Single(peer.Letters.Select(letter => letter.Header("Message-ID")).Distinct());
        Assert.All(peer.Letters, letter => Assert.True(letter is { Secure: true, User: "tsumugi" }));
        Directory.Delete(folder, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in open)
            if (one is TestApp served) await served.StopAsync();
            else await one.DisposeAsync();
    }

    private static Letter Trial(string address) => Letter.To(address, "en").About<TestLetters>("Letter.Trial", "Test");

    private async Task<(TestTenant Company, SmtpPeer Peer)> ServeAsync(Func<MailOptions, MailOptions>? change = null)
    {
        var peer = await SmtpPeer.StartAsync();
        var settings = new Dictionary<string, string?>(installation.SettingsFor(await installation.CopyAsync(installation.Fresh)));
        foreach (var (name, value) in Mail(peer)) settings[name] = value;
        var options = new MailOptions { Host = "127.0.0.1", Port = peer.Port, From = "no-reply@mail.example", Tls = false, FirstPause = TimeSpan.FromMilliseconds(20) };
        app = new TestApp(settings, services => services
            .AddSingleton(change?.Invoke(options) ?? options)
            .AddSingleton(new JobOptions { FirstPause = TimeSpan.FromMilliseconds(20), LongestWait = TimeSpan.FromMilliseconds(100) }));
        open.AddRange([app, peer]);
        return (await TestTenant.MakeAsync(app), peer);
    }

    private static (string Name, string Value)[] Mail(SmtpPeer peer) =>
        [("Mail:Host", "127.0.0.1"), ("Mail:Port", peer.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:From", "no-reply@mail.example"), ("Mail:Tls", "none")];

    private static Task<Guid> PostAsync(TestTenant company, Letter letter) => company.WorkAsync(db => Task.FromResult(db.Post(letter, DateTimeOffset.UtcNow).Id));

    private static Task<PostedLetter> ReadAsync(TestTenant company, Guid id) => company.WorkAsync(db => db.Letters.AsNoTracking().SingleAsync(letter => letter.Id == id));

    private static async Task<PostedLetter> EndedAsync(TestTenant company, Guid id)
    {
        await Eventually.TrueAsync(async () => (await ReadAsync(company, id)).Status != LetterStatus.Queued);
        return await ReadAsync(company, id);
    }

    private static async Task MakeCertificateAsync(string key, string certificate)
    {
        using var secret = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", secret, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        await File.WriteAllTextAsync(key, secret.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(certificate, made.ExportCertificatePem());
    }
}
