using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Domains;

/// <summary>Asks the interpreter alone; without rows there is no telling whether another query shows the same.</summary>
internal static class Reading
{
    public static Judged Judge(Domain domain, Example example, bool heldOut, IReadOnlyList<DatasetContract> offered)
    {
        var answer = Ask(example, offered);
        var (outcome, got) = answer switch
        {
            Understood { Readings: [var best, ..] } => (best.Query.Dataset == domain.Key && Language.Judge.Matches(example, best.Query, domain.Contract) ? Outcome.Exact : best.Confidence < Web.Language.Reading.Sure ? Outcome.Doubted : Outcome.Wrong,
                Language.Judge.Say(best.Query, domain.Contract) + "  ?" + string.Join(',', best.Unexplained)),
            Unsure unsure => (Open(example), unsure.Question + " " + string.Join(" / ", unsure.Choices.Select(choice => choice.Label))),
            Refused refused => (Open(example), refused.Code),
            _ => (Outcome.Wrong, ""),
        };
        return new Judged(domain, example, heldOut, outcome, example.Chart is null ? "a question or a refusal" : Language.Judge.Say(example, domain.Contract), got) { Confidence = (answer as Understood)?.Readings[0].Confidence };
    }

    private static Outcome Open(Example example) => Language.Judge.MayAsk(example) ? Outcome.Exact : Outcome.Asked;

    private static Interpretation Ask(Example example, IReadOnlyList<DatasetContract> offered)
    {
        ChartQuery? previous = null;
        string? open = null;
        if (example.Before is { } before)
        {
            var first = Interpreter.Read(Request(before));
            if (first is Understood understood) previous = understood.Readings[0].Query;
            if (first is Unsure) open = before;
        }
        return Interpreter.Read(Request(example.Utterance) with { Previous = previous, Open = open });

        Request Request(string words) => new(words, words.Any(c => c > 0x2E7F) ? "ja" : "en", offered, Corpus.Calendar, Corpus.Today);
    }
}
