using System.Text;
using Web.Language;

namespace Web.Tests.Language;

public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly string[] Files = ["deals.jsonl", "activities.jsonl", "bare.jsonl", "followups.jsonl", "kinds.jsonl", "published.jsonl", "shapes.jsonl", "instructions.jsonl", "instructions_more.jsonl", "terse.jsonl", "edits.jsonl"];

    [Fact]
    public void Requests_are_read_as_a_person_expects()
    {
        var scores = new Dictionary<(bool HeldOut, bool Japanese), Score>();
        var misses = new StringBuilder();
        foreach (var file in Files)
        {
            foreach (var (example, heldOut) in Corpus.Load(file))
            {
                var verdict = Score(example, file, out var said);
                var key = (heldOut, example.IsJapanese);
                scores[key] = scores.GetValueOrDefault(key, new Score()).With(verdict);
                if (verdict != Verdict.Correct && (!heldOut || Environment.GetEnvironmentVariable("SHOW_HELD_OUT") is not null))
                    misses.Append(verdict).Append(" · ").Append(example.Utterance).Append('\n').Append("    want ").Append(Wanted(example, file)).Append('\n').Append("    got  ").Append(said).Append('\n');
            }
        }
        foreach (var (key, score) in scores.OrderBy(s => s.Key)) output.WriteLine($"{(key.HeldOut ? "held out" : "dev")} {(key.Japanese ? "ja" : "en")}: {score}");
        output.WriteLine(misses.ToString());
        var dev = scores.Where(s => !s.Key.HeldOut).Select(s => s.Value).Aggregate((a, b) => a.Plus(b));
        var held = scores.Where(s => s.Key.HeldOut).Select(s => s.Value).Aggregate((a, b) => a.Plus(b));
        Assert.True(dev.CorrectShare >= 0.92, $"dev {dev}");
        Assert.True(dev.WrongShare <= 0.05, $"dev {dev}");
        Assert.True(held.CorrectShare >= 0.80, $"held out {held}");
    }

    private static string Wanted(Example example, string file) =>
        example.Ask == 1 ? "a question or refusal" : Judge.Say(example, Corpus.Contracts[example.Dataset ?? (file.StartsWith("act", StringComparison.Ordinal) ? "crm_activities" : "crm_deals")]);

    private static Verdict Score(Example example, string file, out string said)
    {
        var answer = Corpus.Ask(example, file);
        switch (answer)
        {
            case Understood understood:
                var contract = Corpus.Contracts[understood.Readings[0].Query.Dataset];
                said = Judge.Say(understood.Readings[0].Query, contract) + "  ?" + string.Join(",", understood.Readings[0].Unexplained);
                return Judge.Matches(example, understood.Readings[0].Query, contract) ? Verdict.Correct : Verdict.Wrong;
            case Unsure unsure:
                said = unsure.Question + " " + string.Join(" / ", unsure.Choices.Select(c => c.Label));
                return Judge.MayAsk(example) ? Verdict.Correct : Verdict.Asked;
            default:
                said = ((Refused)answer).Code;
                return Judge.MayAsk(example) ? Verdict.Correct : Verdict.Asked;
        }
    }
}

internal enum Verdict { Correct, Asked, Wrong }

internal sealed record Score(int Correct = 0, int Asked = 0, int Wrong = 0)
{
    private int All => Correct + Asked + Wrong;
    public double CorrectShare => All == 0 ? 1 : (double)Correct / All;
    public double WrongShare => All == 0 ? 0 : (double)Wrong / All;

    public Score With(Verdict verdict) => verdict switch
    {
        Verdict.Correct => this with { Correct = Correct + 1 },
        Verdict.Asked => this with { Asked = Asked + 1 },
        _ => this with { Wrong = Wrong + 1 },
    };

    public Score Plus(Score other) => new(Correct + other.Correct, Asked + other.Asked, Wrong + other.Wrong);

    public override string ToString() => FormattableString.Invariant($"{Correct} correct, {Asked} asked or refused, {Wrong} wrong of {All} ({CorrectShare:P1})");
}
