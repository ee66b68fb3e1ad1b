using System.Resources;
using System.Text.RegularExpressions;
using Web.Mail;
using Web.Tests.Support;

namespace Web.Tests.Mail;

public sealed partial class LetterTests
{
    [Theory]
    [InlineData("a@example.com\r\nBcc: x@example.com")]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("\"A\" <a@example.com>")]
    [InlineData("a@example.com ")]
    [InlineData("a\t@example.com")]
    [InlineData("日本@example.com")]
    [InlineData("@example.com")]
    [InlineData("")]
    public void Goes_to_one_plain_address_only(string address) => Assert.Throws<ArgumentException>(() => Letter.To(address, "en"));

    [Theory]
    [InlineData("Aoba\r\nBcc: everybody@example.com")]
    [InlineData("Aoba\nX: 1")]
    [InlineData("Aoba\u2028X: 1\0")]
    public void Has_a_subject_of_one_line_whatever_is_filled_in(string name)
    {
        var subject = Letter.To("a@example.com", "en").About<TestLetters>("Letter.Bare", name).Subject;
        Assert.StartsWith("Hello Aoba", subject);
        Assert.DoesNotContain(subject, letter => char.IsControl(letter) || letter == '\u2028');
    }

    [Fact]
    public void What_a_company_calls_itself_makes_no_header()
    {
        var letter = PostedLetter.Of(Letter.To("a@example.com", "en").About<TestLetters>("Letter.Bare", "x"), DateTimeOffset.UtcNow);
        using var message = LetterPaper.Write(letter, letter.Words!, new Letterhead("Evil\r\nBcc: x@example.com", "Tsumugi", "#23498a", new Uri("http://evil.localhost/")), new("no-reply@mail.example"));
        Assert.DoesNotContain(message.From!.DisplayName, char.IsControl);
        Assert.Equal("Message-ID Auto-Submitted", string.Join(" ", message.Headers.AllKeys));
    }

    [Fact]
    public void A_missing_text_and_a_link_without_a_button_are_faults()
    {
        Assert.Throws<InvalidOperationException>(() => Letter.To("a@example.com", "ja").About<TestLetters>("Letter.Nothing"));
        Assert.Throws<InvalidOperationException>(() => Letter.To("a@example.com", "ja").About<TestLetters>("Letter.Bare", "x").Opening(new Uri("http://a.localhost/")));
    }

    /// <summary>Every letter that the app writes has its words.</summary>
    [Fact]
    public void Every_letter_in_the_code_has_its_subject_and_its_text()
    {
        var written = SourceTree.Files("Web", "*.cs").SelectMany(file => About().Matches(File.ReadAllText(file))).Where(match => !match.Groups["texts"].Value.StartsWith('T')).ToList();
        foreach (var match in written)
        {
            var texts = typeof(Letter).Assembly.GetTypes().Single(type => type.Name == match.Groups["texts"].Value);
            foreach (var culture in new[] { "en", "ja" })
                foreach (var part in new[] { "Subject", "Text" })
                    Assert.NotNull(new ResourceManager(texts).GetString($"{match.Groups["key"].Value}.{part}", new(culture)));
        }
    }

    [GeneratedRegex(@"About(<|&lt;)(?<texts>[A-Za-z]+)>\(""(?<key>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex About();
}
