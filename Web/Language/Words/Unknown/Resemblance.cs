using Web.Semantics;

namespace Web.Language;

/// <summary>The column that words speak of although they are none of its names: 予算 is 当初予算額, "port" is 漁港, 被害額 is <c>PropLoss_USD</c>. Only where one column fits clearly best.</summary>
internal sealed class Resemblance
{
    private const double Enough = 0.53, Clear = 0.08, LeastQuality = 0.8, Unsaid = 0.06, GeneralToo = 0.05, Contained = 0.9;
    private readonly List<Named> columns = [];
    private readonly Dictionary<string, HashSet<Named>> byWord = new(StringComparer.Ordinal), byOwn = new(StringComparer.Ordinal);

    /// <summary>A column with each of its names in pieces.</summary>
    private sealed record Named(Column Column, List<List<Gloss>> Names, string[] Written);

    public Resemblance(IEnumerable<Column> visible)
    {
        foreach (var column in visible)
        {
            List<IReadOnlyList<Token>> names = [.. ColumnForms.NamesOf(column).Where(name => name.Count is > 0 and <= 12)];
            var named = new Named(column, names.ConvertAll(Glosses.Of), [.. names.Select(name => string.Concat(name.Select(t => t.Raw)))]);
            columns.Add(named);
            foreach (var piece in named.Names.SelectMany(name => name))
            {
                Note(byOwn, piece.Own, named);
                foreach (var word in piece.Words.Keys) Note(byWord, word, named);
            }
        }
    }

    /// <summary>The one column that the pieces of a phrase fit, and how well, or null.</summary>
    public FieldMeaning? Of(List<Gloss> asked, string written, Func<Column, bool> fits)
    {
        if (asked.Find(piece => !piece.General) is not { } telling) return null;
        return Of(asked, written, Near(telling).Where(named => fits(named.Column)), (one, other) => one.Likeness(other))
            ?? OfNearness(asked, written, fits);
    }

    private FieldMeaning? OfNearness(List<Gloss> asked, string written, Func<Column, bool> fits)
    {
        if (asked.Exists(piece => !piece.General && piece.Directions.Value.Length == 0)) return null;
        // What is nearest of all in meaning and cannot be meant leaves nothing.
        return Of(asked, written, columns, (one, other) => Math.Max(one.Likeness(other), one.Nearness(other))) is { } nearest && fits(nearest.Column) ? nearest with { Near = true } : null;
    }

    private static FieldMeaning? Of(List<Gloss> asked, string written, IEnumerable<Named> columns, Func<Gloss, Gloss, double> like)
    {
        var (best, most, second) = ((Named?)null, 0.0, 0.0);
        foreach (var named in columns)
        {
            var score = named.Names.Count == 0 ? 0 : named.Names.Max(name => Likeness(asked, name, named.Written, like));
            if (score > most) (best, most, second) = (named, score, most);
            else second = Math.Max(second, score);
        }
        return best is null || most < Enough || most - second < Clear ? null : new FieldMeaning(best.Column, LeastQuality + (0.08 * Math.Min(1, most)), Written: written);
    }

    private IEnumerable<Named> Near(Gloss asked)
    {
        var near = new HashSet<Named>(ReferenceEqualityComparer.Instance);
        if (byWord.TryGetValue(asked.Own, out var said)) near.UnionWith(said);
        foreach (var word in asked.Words.Keys)
        {
            if (byOwn.TryGetValue(word, out var own)) near.UnionWith(own);
        }
        if (IsLongJapanese(asked)) near.UnionWith(columns.Where(named => named.Written.Any(whole => whole.Contains(asked.Own, StringComparison.Ordinal))));
        return near;
    }

    /// <summary>Everything that was said must be found; what the column says beyond it counts against it, a little.</summary>
    private static double Likeness(List<Gloss> asked, List<Gloss> name, string[] written, Func<Gloss, Gloss, double> like)
    {
        var (sum, count) = (0.0, 0);
        var met = new HashSet<Gloss>(ReferenceEqualityComparer.Instance);
        foreach (var piece in asked)
        {
            var (most, of) = (0.0, (Gloss?)null);
            foreach (var other in name)
            {
                if (like(piece, other) is var near && near > most) (most, of) = (near, other);
            }
            if (most < Enough && IsLongJapanese(piece) && written.Any(whole => whole.Contains(piece.Own, StringComparison.Ordinal))) most = Contained;
            if (piece.General)
            {
                if (most >= Enough) sum += GeneralToo;
                continue;
            }
            if (most < Enough) return 0;
            if (of is not null) met.Add(of);
            sum += most;
            count++;
        }
        return (sum / count) - (Unsaid * name.Count(piece => !piece.General && !met.Contains(piece)));
    }

    private static bool IsLongJapanese(Gloss piece) => piece.Own.Length > 1 && piece.Own[0] > 0x2E7F;

    private static void Note(Dictionary<string, HashSet<Named>> index, string word, Named named)
    {
        if (!index.TryGetValue(word, out var known)) index[word] = known = new(ReferenceEqualityComparer.Instance);
        known.Add(named);
    }
}
