using Web.Semantics;

namespace Web.Language;

/// <summary>How near a word comes to a column or a value: in meaning, by the dictionaries, and by its letters; each up to 1.</summary>
/// <param name="Whole">The least near of its parts.</param>
internal sealed record Closeness(Column Column, string? Value, double Near, double Whole, double Like, double Letters)
{
    public double Sum { get; } = Near + Whole + (2 * Like) + Letters;
}

/// <summary>How near words come to the names and values of a dataset.</summary>
internal sealed class Nearby
{
    private const int MostValues = 12, LongestName = 12, LeastBeginning = 3;
    private readonly List<(Column Column, List<Name> Names)> columns;
    private readonly List<(Column Column, string Value, Name Name)> values;
    private readonly Piece[] titles;

    private sealed record Name(Piece[] Pieces, string Written);

    /// <summary>A part of a name with the directions of its words side by side.</summary>
    private sealed record Piece(Gloss Gloss, float[][] Directions)
    {
        public static Piece[] Of(List<Gloss> glosses) => [.. glosses.Select(gloss => new Piece(gloss, [.. gloss.Directions.Value.SelectMany(phrase => phrase)]))];

        public double Near(Piece other)
        {
            var most = 0f;
            foreach (var mine in Directions)
            {
                foreach (var theirs in other.Directions) most = Math.Max(most, WordSpace.Product(mine, theirs));
            }
            return most;
        }
    }

    public Nearby(DatasetContract contract, Translations translations)
    {
        columns = [.. contract.Columns.Where(c => c is { Hidden: false, Related: null }).Select(c => (c, ColumnForms.NamesOf(c).Where(name => name.Count is > 0 and <= LongestName).Select(name => new Name(Piece.Of(Glosses.Of(name)), Written(name))).ToList()))];
        values = [.. translations.OfFewValues.Select(v => (v.Column, v.Value, new Name(Piece.Of(v.Name), v.Written)))];
        titles = Piece.Of([.. contract.Titles.Values.Prepend(contract.Key).Distinct(StringComparer.Ordinal).SelectMany(title => Glosses.Of(Tokens.OfName(title))).Where(piece => !piece.General)]);
    }

    public List<Closeness> OfColumns(IReadOnlyList<Token> word)
    {
        var (asked, written) = (Piece.Of(Glosses.Of(word)), Written(word));
        return columns.ConvertAll(c => Best(c.Column, null, asked, written, c.Names));
    }

    /// <summary>The nearest first.</summary>
    public List<Closeness> OfValues(IReadOnlyList<Token> word)
    {
        var (asked, written) = (Piece.Of(Glosses.Of(word)), Written(word));
        return [.. values.Select(v => Best(v.Column, v.Value, asked, written, [v.Name])).OrderByDescending(likeness => likeness.Sum).Take(MostValues)];
    }

    /// <summary>How near it comes to what the table is called.</summary>
    public double ToTitle(IReadOnlyList<Token> word) =>
        Piece.Of(Glosses.Of(word)).SelectMany(asked => titles.Select(piece => Math.Max(asked.Near(piece), asked.Gloss.Likeness(piece.Gloss)))).DefaultIfEmpty(0).Max();

    private static Closeness Best(Column column, string? value, Piece[] asked, string written, IReadOnlyList<Name> names)
    {
        double near = 0, whole = 0, like = 0, letters = 0;
        foreach (var name in names)
        {
            var least = 1.0;
            foreach (var piece in asked)
            {
                var most = 0.0;
                foreach (var other in name.Pieces)
                {
                    most = Math.Max(most, piece.Near(other));
                    like = Math.Max(like, piece.Gloss.Likeness(other.Gloss));
                }
                (near, least) = (Math.Max(near, most), Math.Min(least, most));
            }
            whole = Math.Max(whole, least);
            letters = Math.Max(letters, SharedLetters(written, name.Written));
        }
        return new(column, value, near, whole, like, letters);
    }

    /// <summary>The share of the word's letters that the name has too: kanji anywhere, Latin letters at the beginning.</summary>
    private static double SharedLetters(string written, string name)
    {
        if (written.Length == 0) return 0;
        if (written[0] > 0x2E7F) return written.Count(letter => name.Contains(letter, StringComparison.Ordinal)) / (double)written.Length;
        var shared = written.Zip(name).TakeWhile(pair => pair.First == pair.Second).Count();
        return shared < LeastBeginning ? 0 : shared / (double)written.Length;
    }

    private static string Written(IReadOnlyList<Token> name) => string.Concat(name.Select(t => t.Raw));
}
