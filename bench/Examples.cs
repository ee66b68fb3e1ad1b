using System.Globalization;
using Web.Language;
using Web.Semantics;
using Web.Tests.Language;
using Web.Tests.Language.Domains;

namespace Bench;

/// <summary>A request as it is weighed: the ways to take it, and which of them are right. Of a reading by itself there is one way.</summary>
/// <param name="MustAsk">Nothing of it is in the table: any chart of it would be an invention.</param>
internal sealed record Weighed(string Table, string Kind, bool MustAsk, IReadOnlyList<(bool Right, string Chart, IReadOnlyList<Trait> Traits)> Ways);

/// <summary>Requests of the corpora with what can be weighed in them, written to a file; a share of the vocabulary is forgotten, so that they are read as unknown tables are.</summary>
internal static class Examples
{
    public const string Sureness = "sureness", Settling = "settling";

    public static async Task GatherAsync(string into, double forget, string? from)
    {
        if (forget > 0) Phrases.Forgets = word => Share(word) < forget;
        await using var file = File.CreateText(into);
        foreach (var domain in await Domain.AllAsync(from))
        {
            foreach (var (example, _) in domain.Requests.Where(one => one is { Example.Before: null, HeldOut: false })) Write(file, Of(domain, example));
        }
    }

    private static Weighed? Of(Domain domain, Example example)
    {
        var request = new Request(example.Utterance, example.IsJapanese ? "ja" : "en", [domain.Contract], Corpus.Calendar, Corpus.Today);
        var sheet = new Sheet(request.Utterance, request.Calendar, request.Today);
        if (sheet.Tokens.Count == 0) return null;
        var reader = new Reader(sheet, Lexicon.Of(domain.Contract, request));
        var candidates = reader.Read();
        var answer = Interpreter.Read(request, settles: false);
        if (answer is Understood { Readings: [var first, ..] })
            return first.Query.ToJson() != candidates[0].Json ? null : new(domain.Key, Sureness, Judge.MayAsk(example), [(IsRight(example, domain, first.Query), "", [.. Web.Language.Sureness.Traits(candidates[0], candidates)])]);
        if (Errands.IsOne(request, sheet, () => candidates[0].Scene.AsksForChart)) return null;
        var ways = Web.Language.Settling.Ways(request, sheet, reader, candidates[0], answer).Select(way => (IsRight(example, domain, way.Candidate.Query), way.Candidate.Json, way.Traits)).ToList();
        return ways.Count == 0 ? null : new(domain.Key, Settling, Judge.MayAsk(example), ways);
    }

    private static bool IsRight(Example example, Domain domain, ChartQuery query) => example.Chart is not null && Judge.Matches(example, query, domain.Contract);

    /// <summary>0 to 1, the same for a word wherever it stands.</summary>
    private static double Share(string word)
    {
        var hash = 2166136261u;
        foreach (var letter in word) hash = (hash ^ letter) * 16777619;
        hash = (hash ^ (hash >> 15)) * 2246822519;
        return ((hash ^ (hash >> 13)) % 10_000) / 10_000.0;
    }

    private static void Write(StreamWriter file, Weighed? weighed)
    {
        if (weighed is null) return;
        file.WriteLine($"{weighed.Table}\t{weighed.Kind}\t{weighed.Ways.Count}\t{(weighed.MustAsk ? "must ask" : "")}");
        foreach (var (right, chart, traits) in weighed.Ways)
            file.WriteLine(string.Join('\t', [right ? "1" : "0", chart, .. traits.Select(trait => string.Create(CultureInfo.InvariantCulture, $"{trait.Name}={trait.Value:0.####}"))]));
    }

    public static IEnumerable<Weighed> Read(string file)
    {
        using var lines = File.ReadLines(file).GetEnumerator();
        while (lines.MoveNext())
        {
            var head = lines.Current.Split('\t');
            var ways = new List<(bool, string, IReadOnlyList<Trait>)>();
            for (var i = int.Parse(head[2], CultureInfo.InvariantCulture); i > 0 && lines.MoveNext(); i--)
            {
                var parts = lines.Current.Split('\t');
                ways.Add((parts[0] == "1", parts[1], [.. parts.Skip(2).Select(TraitOf)]));
            }
            yield return new(head[0], head[1], head[3].Length > 0, ways);
        }
    }

    private static Trait TraitOf(string written) => written.LastIndexOf('=') is var at ? new(written[..at], double.Parse(written[(at + 1)..], CultureInfo.InvariantCulture)) : default;
}
