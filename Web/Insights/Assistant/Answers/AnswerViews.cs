using System.Globalization;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Insights.Assistant.Chips;
using Web.Insights.Assistant.Models;
using Web.Insights.Assistant.Talk;
using Web.Insights.Assistant.Teaching;
using Web.Insights.Charts;
using Web.Insights.Charts.Options;
using Web.Insights.Review;
using Web.Kernel;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Answers;

/// <summary>Answers, fresh and past, as the page and the panel show them. It reads nothing: all rows are there already.</summary>
public sealed class AnswerViews(
    TemplateGate gate, ChartTemplates templates, CurrentMember member, Samples samples, IStringLocalizer<InsightsTexts> texts, IStringLocalizer<AnswerTexts> around, IStringLocalizer<ReviewTexts> reviewed)
{
    public AnswerView? Pane(AskAnswer? answer)
    {
        if (answer is not ChartAnswer chart || Fit(chart) is not { } fitting) return null;
        var view = AnswerView.Of(chart, new Picture(fitting, chart.Result, chart.Reader.Locale), new ChartChoices(chart.Query, fitting, chart.Reader, gate, texts),
            new ChipForms(chart.Query, chart.Reader, gate, templates, around), MayExport(fitting), texts, around);
        return view with { MaySave = member.Can(Permission.ChartsSave), MaySeeSql = member.Can(Permission.DatasetsManage), Unknown = UnknownIn(chart.TurnId, chart.Reading, chart.Query.Dataset, chart.Reader, inPanel: false), Foot = [.. view.Foot, .. AboutReading(chart.Reading)] };
    }

    /// <summary>That analysts read it so; and what it cost, for those who answer for that.</summary>
    private IEnumerable<string> AboutReading(KeptReading reading)
    {
        if (reading.Reviewed) yield return reviewed["Answer.Reviewed.Short"];
        if (reading.Cost is not { } cost || !member.Can(Permission.SettingsManage)) yield break;
        var tokens = cost.Tokens.ToString("#,##0", CultureInfo.InvariantCulture);
        yield return cost is { Amount: { } amount, Currency: { } currency } ? reviewed["Answer.Cost", tokens, ModelCosts.Text(amount, currency)] : reviewed["Answer.Tokens", tokens];
    }

    /// <summary>The file of a chart's rows, and its name.</summary>
    /// <param name="called">The title of a saved chart: its file is the rows alone.</param>
    /// <exception cref="RefusalException">403: a list of records is an export, which takes a permission of its own. 404: it can no longer be drawn.</exception>
    public (byte[] Content, string Name) Csv(AskAnswer answer, string? called = null)
    {
        if (answer is not ChartAnswer chart || Fit(chart) is not { } fitting) throw RefusalException.NotFound();
        if (!MayExport(fitting)) throw RefusalException.Denied(Permission.CrmExport);
        var (reader, picture) = (chart.Reader, new Picture(fitting, chart.Result, chart.Reader.Locale));
        var title = Wording.Title(chart.Query, fitting.Dataset.Contract, reader.Locale);
        var local = TimeZoneInfo.ConvertTime(chart.Result.AsOf, reader.Calendar.Zone);
        var asOf = texts["Ask.AsOf", local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), reader.Calendar.Zone.Id].Value;
        if (called is not null) return (RowsCsv.Of(picture, []), ExportMenu.NameOf(called, local) + ".csv");
        List<string> head = [title, chart.Explanation, asOf];
        if (chart.Result.TruncatedAt is { } cut) head.Add(texts["Ask.Cut", cut]);
        return (RowsCsv.Of(picture, head), ExportMenu.NameOf(title, local) + ".csv");
    }

    /// <summary>The turn that has just been answered.</summary>
    public TurnView Fresh(string? words, AskAnswer answer, ChartReader? reader, bool inPanel)
    {
        var view = answer switch
        {
            ChartAnswer chart => new TurnView(chart.ConversationId, chart.TurnId, words ?? chart.Utterance, TurnStatus.Chart, chart.Explanation)
            {
                Unexplained = chart.Unexplained,
                Unknown = [.. UnknownIn(chart.TurnId, chart.Reading, chart.Query.Dataset, chart.Reader, inPanel).Where(word => inPanel || word.IsLeftOut)],
                Shown = !inPanel,
                Answer = inPanel ? Pane(chart) : null,
                Chart = Link(chart.Query, chart.Reader) is { } link ? link with { Took = texts["Ask.Took", (chart.Result.ElapsedMs / 1000).ToString("0.00", CultureInfo.InvariantCulture)] } : null,
            },
            QuestionAnswer question => new TurnView(question.ConversationId, question.TurnId, words ?? "", TurnStatus.Question, question.Question)
            {
                Unknown = UnknownIn(question.TurnId, KeptReading.None with { Unexplained = question.Unknown }, question.Choices is [var first, ..] ? first.Query.Dataset : null, question.Reader, inPanel),
                Choices = [.. question.Choices.Select(c => c.Label)],
            },
            RefusedAnswer refused => new TurnView(refused.ConversationId, refused.TurnId, words ?? "", TurnStatus.Refused, refused.Message) { Samples = reader is null ? [] : samples.For(reader, 3) },
            _ => throw new InvalidOperationException("An answer nobody thought of."),
        };
        return view with { InPanel = inPanel, Fresh = true, Note = answer.Note };
    }

    /// <summary>A turn of before; its chart's reading is said anew, in today's words and rights.</summary>
    public TurnView Past(Turn turn, ChartReader reader, Guid? shown)
    {
        var kept = turn.ReadReading();
        var view = new TurnView(turn.ConversationId, turn.Id, turn.Utterance, turn.Status, kept.Sentence ?? "") { Note = kept.Note };
        var unknown = UnknownIn(turn.Id, kept, turn.ReadDataset(), reader, inPanel: false).Where(word => word.IsLeftOut);
        if (turn.ReadQuery() is not { } query) return view with { Unknown = [.. unknown], Choices = [.. kept.Alternatives.Select(choice => choice.Label)] };
        if (reader.Catalog.Find(query.Dataset)?.Contract is not { } contract) return view with { Sentence = texts["Refused.DatasetNotFound"], Status = TurnStatus.Refused };
        return view with
        {
            Sentence = Wording.Explain(query, contract, reader.Locale, reader.Calendar, reader.Today),
            Unexplained = kept.Unexplained,
            Unknown = [.. unknown],
            Chart = Link(query, reader),
            Shown = turn.Id == shown,
        };
    }

    /// <summary>The words that this person may teach.</summary>
    private IReadOnlyList<UnknownWord> UnknownIn(Guid turn, KeptReading kept, string? dataset, ChartReader reader, bool inPanel) =>
        member.Can(Permission.DatasetsManage) ? UnknownWord.In(turn, kept, dataset, reader, inPanel) : [];

    private static ChartLink? Link(ChartQuery query, ChartReader reader)
    {
        if (reader.Catalog.Find(query.Dataset)?.Contract is not { } contract) return null;
        var kind = Wording.Chips(query, contract, reader.Locale, reader.Calendar, reader.Today).First(chip => chip.Slot == "/chart_type").Value;
        return new ChartLink(ChartIcon.Of(query.ChartType), $"{kind} · {Wording.Title(query, contract, reader.Locale)}", null);
    }

    private CheckedQuery? Fit(ChartAnswer chart) =>
        gate.Check(chart.Query, chart.Reader.Catalog, chart.Reader.Calendar, chart.Reader.Today) is CheckOutcome.Fits fits ? fits.Query : null;

    private bool MayExport(CheckedQuery query) => !query.Raw || member.Can(Permission.CrmExport);
}
