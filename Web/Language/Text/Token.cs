using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Web.Tests")]

namespace Web.Language;

/// <summary>The writing that a token is made of; Japanese is cut into single characters, everything else into words.</summary>
internal enum Script { Word, Digit, Kanji, Hiragana, Katakana, Mark }

/// <summary>A word, a number, one Japanese character or one mark, with the place it has in the utterance (UTF-16).</summary>
/// <param name="Text">The form that is compared: folded, and the stem of an English word.</param>
/// <param name="Raw">Folded but not stemmed.</param>
/// <param name="Glued">Nothing stands between this token and the one before.</param>
internal sealed record Token(string Text, string Raw, Script Script, int Start, int End, bool Glued, bool Capital = false)
{
    public decimal? Number { get; init; }

    /// <summary>Not what was typed, but what it seems to stand for.</summary>
    public bool Guessed { get; init; }

    public bool IsJapanese => Script is Script.Kanji or Script.Hiragana or Script.Katakana;
}
