using Web.Language;

namespace Web.Tests.Language;

public sealed class Probe
{
    [Fact]
    public void Say()
    {
        foreach (var line in File.ReadAllLines("/tmp/probe.txt"))
        {
            var parts = line.Split('|');
            var contract = Corpus.Contracts[parts[0]];
            var sheet = new Sheet(parts[1], Corpus.Calendar, Corpus.Today);
            var reader = new Reader(sheet, Lexicon.Of(contract));
            Console.WriteLine(line);
            Console.WriteLine("   " + string.Join(" ", reader.Items.Select(i => "[" + sheet.Typed(i.First, i.End) + ":" + string.Join("/", Options.Of(i).Select(Short)) + "]")));
            foreach (var c in reader.Read().Take(parts.Length > 2 ? 6 : 2)) Console.WriteLine(FormattableString.Invariant($"   {c.Score:0.00} {c.Coverage:0.00} {Judge.Say(c.Query, contract)} ?{string.Join(",", c.Unexplained.Select(c.Scene.Typed))} gaps {c.Draft.Gaps.Count}"));
            var answer = Interpreter.Read(new Request(parts[1], "en", [contract], Corpus.Calendar, Corpus.Today));
            Console.WriteLine("   => " + answer switch
            {
                Understood u => "chart " + Wording.Explain(u.Readings[0].Query, contract, parts[1].Any(ch => ch > 0x2E7F) ? "ja" : "en", Corpus.Calendar, Corpus.Today),
                Unsure q => q.Question + " :: " + string.Join(" / ", q.Choices.Select(c => c.Label)),
                _ => ((Refused)answer).Code,
            });
        }
    }

    private static string Short(Meaning m) => m switch
    {
        FieldMeaning f => f.Column.Name + (f.Weak ? "~" : "") + FormattableString.Invariant($" {f.Quality:0.00}"),
        ValueMeaning v => "=" + v.Value + FormattableString.Invariant($" {v.Quality:0.00}"),
        EntityMeaning => "rows",
        WordMeaning w => w.Word.Kind + "." + w.Word.Value,
        PeriodMeaning p => "period " + (p.Phrase.Word ?? p.Phrase.Days.ToString()),
        NumberMeaning n => n.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "?",
    };
}
