using Web.Semantics;

namespace Web.Language;

/// <summary>
/// Reads a request for a chart, in English or Japanese, over the datasets that a person may use. Pure: the same request
/// gives the same answer, and no text makes it throw.
/// </summary>
public static class Interpreter
{
    private const double Tie = 0.02;
    /// <summary>How likely the best of several that are about as good must be to be shown, with its doubt, before it is asked which is meant.</summary>
    private const double LeastOfTied = 0.7;

    public static Interpretation Read(Request request) => Read(request, settles: true);

    /// <param name="settles">Whether what an unknown word stands for is weighed before it is asked.</param>
    internal static Interpretation Read(Request request, bool settles)
    {
        if (request.Datasets.Count == 0) return new Refused("no_matching_field", Texts.Get("refused.no_dataset", request.Locale));
        var sheet = new Sheet(request.Utterance, request.Calendar, request.Today);
        if (sheet.Tokens.All(t => t.Script == Script.Mark)) return Refusals.NotAChart(request);
        if (Errands.IsOne(request, sheet, () => AsksForChart(request, sheet))) return Refusals.NotAChart(request);
        if ((FollowUp.OfOpen(request, sheet) ?? FollowUp.Read(request, sheet)) is { } edited) return edited;
        return ReadNew(request, sheet, settles);
    }

    private static bool AsksForChart(Request request, Sheet sheet) => new Reader(sheet, Lexicon.Of(request.Datasets[0], request)).Read()[0].Scene.AsksForChart;

    private static Interpretation ReadNew(Request request, Sheet sheet, bool settles)
    {
        var ranked = new List<(Reader Reader, List<Candidate> Candidates)>();
        foreach (var contract in request.Datasets)
        {
            var reader = new Reader(sheet, Lexicon.Of(contract, request));
            ranked.Add((reader, reader.Read()));
        }
        ranked = [.. ranked.OrderByDescending(r => Standing(r.Candidates[0], request)).ThenBy(r => r.Candidates[0].Query.Dataset, StringComparer.Ordinal)];
        var (best, candidates) = ranked[0];
        var refused = Refusals.Of(request, sheet, candidates[0]);
        if (refused is null && ranked.Count > 1 && IsDatasetOpen(request, ranked)) return Questions.OfDataset(request, [.. ranked.Select(r => r.Candidates[0])]);
        var answer = refused ?? Answer(request, best, candidates);
        return answer is Understood || !settles ? answer : Settling.Of(request, sheet, best, candidates[0], answer) ?? answer;
    }

    private static double Standing(Candidate candidate, Request request) =>
        candidate.Score + (candidate.KnowsData ? 2 : 0) + (NamesRows(candidate) ? 1 : 0) + (NamesFigure(candidate) ? 1 : 0) + (candidate.Query.Dataset == request.Previous?.Dataset ? 1 : 0) - (Borrows(candidate) ? 1 : 0);

    /// <summary>What was named is found only beside the dataset, where another may have it itself.</summary>
    private static bool Borrows(Candidate candidate) =>
        Enumerable.Range(0, candidate.Scene.Count).Any(i => candidate.Scene.Used(i) && candidate.Scene[i] is FieldMeaning { Column.Related: not null } or ValueMeaning { Column.Related: not null });

    /// <summary>What is counted or shown is a row here; elsewhere the same word may be a column.</summary>
    private static bool NamesRows(Candidate candidate) =>
        Enumerable.Range(0, candidate.Scene.Count).Any(i => candidate.Scene.Used(i) && candidate.Scene[i] is EntityMeaning { Quality: >= 0.9 });

    /// <summary>A figure is called here what it is called in the request; elsewhere it only means much the same.</summary>
    private static bool NamesFigure(Candidate candidate) =>
        Enumerable.Range(0, candidate.Scene.Count).Any(i => candidate.Scene.Used(i) && candidate.Scene[i] is FieldMeaning { Own: true, Weak: false, Quality: >= 0.97, Column: { Role: ColumnRole.Measure, Related: null } });

    private static bool IsDatasetOpen(Request request, List<(Reader Reader, List<Candidate> Candidates)> ranked)
    {
        var (first, second) = (ranked[0].Candidates[0], ranked[1].Candidates[0]);
        return second.KnowsData && second.Coverage >= first.Coverage - 0.001 && first.Draft.Gaps.Count == second.Draft.Gaps.Count
            && Standing(first, request) - Standing(second, request) < 0.35 + (Tie * Math.Abs(first.Score));
    }

    /// <summary>What must be asked before the best of these may be shown, or null.</summary>
    internal static Unsure? QuestionOf(Request request, Reader reader, List<Candidate> candidates)
    {
        var best = candidates[0];
        if (request.Previous is null && FollowUp.IsLone(best)) return Questions.OfLone(request, best);
        if ((Questions.OfGap(request, reader, best) ?? Questions.OfPeriod(request, best.Query, best.Scene.Contract)) is { } question) return question;
        var near = Near(candidates);
        if (near.Count > 1 && (Sureness.Of(best, candidates) < LeastOfTied || NameTwoThings(near)) && Questions.OfReadings(request, near) is { Choices.Count: > 1 } choice) return choice;
        return best.Coverage < 0.58 || Unread.In(best) ? Questions.OfUnread(request, best) : null;
    }

    /// <summary>The readings that the words allow about as well as the best, and that show something else.</summary>
    private static List<Candidate> Near(List<Candidate> candidates)
    {
        var best = candidates[0];
        return [.. candidates.Where(c => best.Score - c.Score < Tie * Math.Max(best.Score, 1) && c.Unexplained.Count <= best.Unexplained.Count && (c == best || !ShowsTheSame(c.Query, best.Query)))];
    }

    /// <summary>"average score by genre" with two scores, "trips by station" with two stations: a word that names either as well is for the person to settle.</summary>
    private static bool NameTwoThings(List<Candidate> near) =>
        near.Skip(1).Any(other => Enumerable.Range(0, Math.Min(near[0].Scene.Count, other.Scene.Count)).Any(i => (near[0].Scene[i], other.Scene[i]) switch
        {
            (FieldMeaning one, FieldMeaning two) => one.Column != two.Column && Math.Abs(one.Quality - two.Quality) < Alike,
            (ValueMeaning one, ValueMeaning two) => one.Column != two.Column && Math.Abs(one.Quality - two.Quality) < Alike,
            _ => false,
        }));

    private const double Alike = 0.09;

    /// <summary>The same numbers, with the two divisions in each other's places: nothing to ask about.</summary>
    private static bool ShowsTheSame(ChartQuery one, ChartQuery other)
    {
        if (one.Dimensions.Count < 2 || one.Dimensions.Count != other.Dimensions.Count || one.Limit is not null || one.ChartType != other.ChartType) return false;
        return one.Dimensions.All(d => other.Dimensions.Any(e => (e.Field, e.Grain, e.Bin) == (d.Field, d.Grain, d.Bin)))
            && (one with { Dimensions = [], Sort = null }).ToJson() == (other with { Dimensions = [], Sort = null }).ToJson() && one.Sort == other.Sort;
    }

    private static Interpretation Answer(Request request, Reader reader, List<Candidate> candidates)
    {
        var best = candidates[0];
        if (QuestionOf(request, reader, candidates) is { } question) return question;
        var names = NamesOf(request, best);
        var readings = new List<Reading>();
        var most = Near(candidates).Count > 1 ? Settling.MostSure : 1;
        foreach (var candidate in candidates.Where(c => c.Draft.Gaps.Count == 0 && best.Score - c.Score < 6).Take(4))
        {
            var confidence = Math.Clamp(Math.Min(Confidence(candidate), Sureness.Of(candidate, candidates)) - (candidate == best ? 0 : Math.Min(0.4, (best.Score - candidate.Score) / 10)), 0, most);
            readings.Add(ReadingOf.Make(candidate, names, confidence, IsDatasetAssumed(request, candidate), Labels.Of(candidate.Query, names, candidate.Scene.Contract)));
        }
        if (readings.Count > 0 && Grid(readings[0], names) is { } grid) readings.Add(grid);
        return new Understood(readings);
    }

    /// <summary>Time twice, one of them a cycle such as weekdays, is seen at a glance in a grid.</summary>
    private static Reading? Grid(Reading best, Names names)
    {
        var query = best.Query;
        if (query.ChartType == ChartType.Heatmap || query.Measures.Count != 1 || query.Stack is not null || query is not { X.Grain: { } across, Series.Grain: { } down } || (across < Grain.HourOfDay && down < Grain.HourOfDay)) return null;
        return best with { Query = query with { ChartType = ChartType.Heatmap }, Confidence = Math.Round(best.Confidence * 0.9, 3), Label = names.Text("label.as", best.Label, names.Chart(ChartType.Heatmap)) };
    }

    internal static bool IsDatasetAssumed(Request request, Candidate candidate) => request.Datasets.Count > 1 && !NamesDataset(candidate);

    private static bool NamesDataset(Candidate candidate)
    {
        for (var i = 0; i < candidate.Scene.Count; i++)
        {
            if (candidate.Scene.IsEntity(i)) return true;
        }
        return false;
    }

    internal static Names NamesOf(Request request, Candidate candidate) => new(candidate.Scene.Contract, request.Locale, request.Calendar, request.Today);

    internal static double Confidence(Candidate candidate) => Math.Clamp(0.97 * Math.Pow(candidate.Coverage, 1.5) - (candidate.Draft.Gaps.Count * 0.2), 0.05, 0.97);
}
