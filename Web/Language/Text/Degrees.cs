namespace Web.Language;

/// <summary>75℃ and "75 °C" are 75度.</summary>
internal static class Degrees
{
    public static IReadOnlyList<Token> Plain(IReadOnlyList<Token> tokens)
    {
        List<Token>? plain = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0 && i + 1 < tokens.Count && tokens[i - 1].Script == Script.Digit && tokens[i].Raw is "°" or "º" && tokens[i + 1].Raw is "c" or "f")
            {
                plain ??= [.. tokens.Take(i)];
                plain.Add(tokens[i] with { Text = "度", Raw = "度", Script = Script.Kanji, Glued = true, End = tokens[i + 1].End });
                i++;
            }
            else plain?.Add(tokens[i]);
        }
        return plain ?? tokens;
    }
}
