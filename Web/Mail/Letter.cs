using Web.Kernel;

namespace Web.Mail;

/// <summary>
/// One letter, in its reader's language: <c>db.Post(Letter.To(address, locale).About&lt;AccessTexts&gt;("Letter.Reset", company).Opening(link), now)</c>.
/// Its words are <c>Letter.Reset.Subject</c>, <c>.Text</c> (paragraphs parted by empty lines), and where it has them <c>.Button</c> and <c>.Small</c>.
/// </summary>
public sealed record Letter
{
    /// <summary>How long it is worth sending, unless it says otherwise.</summary>
    public static readonly TimeSpan UsualUse = TimeSpan.FromDays(3);

    internal Letter(Addressee addressee, string subject, LetterContent content) => (Addressee, Subject, Content) = (addressee, subject, content);

    public Addressee Addressee { get; }

    public string Subject { get; }

    internal LetterContent Content { get; private init; }

    internal TimeSpan Use { get; private init; } = UsualUse;

    public static Addressee To(string address, string locale) => new(address, locale);

    /// <summary>Its one button leads there. Take the address from <c>TenantLinks</c>, never from a request.</summary>
    public Letter Opening(Uri link) => Content.Button is null
        ? throw new InvalidOperationException("A letter that opens something has a text for its button.")
        : this with { Content = Content with { Link = link.AbsoluteUri } };

    /// <summary>After that it is not sent any more, for instance because its link has ended.</summary>
    public Letter UsefulFor(TimeSpan use) => this with { Use = use };
}

/// <summary>Who gets a letter, and in which language.</summary>
public sealed record Addressee
{
    internal Addressee(string address, string locale)
    {
        if (!EmailAddress.IsValid(address)) throw new ArgumentException("A letter needs one plain e-mail address.", nameof(address));
        (Address, Locale) = (address, locale);
    }

    public string Address { get; }

    public string Locale { get; }

    /// <param name="key">Where its words stand in <typeparamref name="TTexts"/>.</param>
    /// <param name="arguments">What is filled in; it is text, never markup.</param>
    public Letter About<TTexts>(string key, params object[] arguments)
    {
        var words = new LetterWords(typeof(TTexts), Locale);
        return new Letter(this, LetterWords.OneLine(words.Say($"{key}.Subject", arguments)), new LetterContent(
            words.Say($"{key}.Text", arguments).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            words.Find($"{key}.Button"), null, words.Find($"{key}.Small", arguments)));
    }
}

/// <summary>What a letter says below its subject.</summary>
internal sealed record LetterContent(IReadOnlyList<string> Paragraphs, string? Button, string? Link, string? Small);
