using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Web.Insights.Assistant.Chips;
using Web.Insights.Assistant.Models;
using Web.Insights.Assistant.Teaching;
using Web.Insights.Charts;
using Web.Insights.Charts.Options;
using Web.Kernel;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Answers;

/// <summary>One large figure and how it moved.</summary>
public sealed record FigureView(string Title, string Value, string? Unit, string? Change, bool Fell);

/// <summary>A chart with everything that stands around it, in the reader's language and ready to be written.</summary>
/// <param name="Drawing"><c>chart</c>, <c>table</c>, <c>pivot</c> or <c>big_number</c>.</param>
/// <param name="Option">JSON for a script element.</param>
/// <param name="Meta">The line beside the title: unit, period, zone.</param>
/// <param name="Foot">As of when, how many rows, what is unfinished.</param>
/// <param name="Doubt">A sentence when the reading is not sure; null when it is.</param>
public sealed record AnswerView(
    Guid Conversation, Guid Turn, ReadingView Reading, string Title, string Meta, string Drawing, string Option, string Summary,
    IReadOnlyList<FigureView> Figures, IReadOnlyList<ChartChoice> Drawings, IReadOnlyList<Alternative> Others, RowsTable Rows,
    IReadOnlyList<string> Foot, string? Cut, string? Doubt, string Explanation, bool Empty, ExportMenu? Export)
{
    /// <summary>Whether this person may keep it for everybody.</summary>
    public bool MaySave { get; init; }

    /// <summary>What stands around a chart of one's own.</summary>
    public AroundAnswer Around { get; init; } = new(false, null);

    /// <summary>What the figures are: each a term and what is said of it.</summary>
    public IReadOnlyList<(string Term, IReadOnlyList<string> Texts)> About { get; init; } = [];

    public bool MaySeeSql { get; init; }

    /// <summary>The words that were not known, for those who may teach them.</summary>
    public IReadOnlyList<UnknownWord> Unknown { get; init; } = [];

    /// <summary>What leads from a point of rows as they are to those rows, with x and y where its place belongs; null of all other charts.</summary>
    public string? Points { get; init; }

    /// <summary>The crossed table, where that is the drawing.</summary>
    public PivotView? Pivot { get; init; }

    // What stands inside a script element must not end it.
    private static readonly JsonSerializerOptions Embedded = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default };

    internal static AnswerView Of(ChartAnswer answer, Picture picture, ChartChoices choices, ChipForms forms, bool mayExport, IStringLocalizer<InsightsTexts> texts, IStringLocalizer<AnswerTexts> around)
    {
        var (reader, option) = (answer.Reader, answer.Option);
        var contract = picture.Query.Dataset.Contract;
        var reading = ReadingView.Of(answer, choices, contract, forms, around);
        var meta = option["meta"] as JsonObject ?? [];
        var drawing = option["type"]?.GetValue<string>() is { } flat ? flat : "chart";
        var rows = RowsTable.Of(picture, texts);
        if (answer.TurnId == Guid.Empty) rows = rows with { Marks = null }; // only a chart of a conversation leads to its rows
        var title = Wording.Title(answer.Query, contract, reader.Locale);
        var empty = answer.Result.RowCount == 0 || IsBare(answer.Result, drawing);
        var foot = FootOf(answer, meta, rows.Rows.Count + rows.More, texts);
        var local = TimeZoneInfo.ConvertTime(answer.Result.AsOf, reader.Calendar.Zone);
        var export = new ExportMenu(ExportMenu.NameOf(title, local), title, string.Join(" · ", new[] { MetaOf(answer, meta, drawing), answer.Explanation }.Where(part => part.Length > 0)), foot[^1], drawing == "chart", mayExport ? $"/ask/csv?turn={answer.TurnId}" : null, rows.More > 0);
        return new AnswerView(
            answer.ConversationId, answer.TurnId, reading, title, MetaOf(answer, meta, drawing), drawing,
            option.ToJsonString(Embedded), meta["summary"]?.GetValue<string>() ?? "", FiguresOf(option, reader.Locale), choices.Drawings(), answer.Reading.Alternatives,
            rows, foot, answer.Result.TruncatedAt is { } cut ? texts["Ask.Cut", cut].Value : null,
            DoubtOf(answer.Reading, texts), answer.Explanation, empty, empty || (drawing != "chart" && !mayExport) ? null : export)
        {
            Around = answer.Around,
            About = Definition.Of(answer, picture, around),
            Points = answer.TurnId == Guid.Empty ? null : PointMark.Of(picture),
            Pivot = drawing == "pivot" ? PivotView.Of(PivotTable.Of(picture), meta["summary"]?.GetValue<string>() ?? title, answer.TurnId != Guid.Empty, texts) : null,
        };
    }

    /// <summary>That the reading may be another, and what was made of words that are not known.</summary>
    private static string? DoubtOf(KeptReading reading, IStringLocalizer<InsightsTexts> texts) =>
        reading.Confidence >= Language.Reading.Sure ? null : string.Join(' ', reading.Assumptions.Where(assumption => assumption.IsOfWord).Select(assumption => assumption.Text).Append(texts["Ask.Unsure"].Value));

    /// <summary>Where the period begins and ends, and in which zone; with the unit of the axis.</summary>
    private static string MetaOf(ChartAnswer answer, JsonObject meta, string drawing)
    {
        var reader = answer.Reader;
        var chips = Wording.Chips(answer.Query, reader.Catalog.Find(answer.Query.Dataset)!.Contract, reader.Locale, reader.Calendar, reader.Today);
        var periods = chips.Where(c => c.Slot.StartsWith("/filters/", StringComparison.Ordinal)
            && answer.Query.Filters[int.Parse(c.Slot[9..], System.Globalization.CultureInfo.InvariantCulture)].Op == FilterOp.InPeriod).Select(c => c.Value);
        var dated = answer.Query.Dimensions.Any(d => d.Grain is not null) || answer.Query.Filters.Any(f => f.Op == FilterOp.InPeriod);
        string?[] parts = [drawing == "chart" && answer.Query.ChartType is not (ChartType.Histogram or ChartType.Box) ? meta["words"]?.GetValue<string>() : null, .. periods, dated ? reader.Calendar.Zone.Id : null];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static List<string> FootOf(ChartAnswer answer, JsonObject meta, int rows, IStringLocalizer<InsightsTexts> texts)
    {
        var local = TimeZoneInfo.ConvertTime(answer.Result.AsOf, answer.Reader.Calendar.Zone);
        List<string> foot = meta["partial"] is null ? [] : [texts["Ask.Partial"]];
        string[] said = [ChartsTexts.Get("note_partial", answer.Reader.Locale), answer.Result.TruncatedAt is { } cut ? ChartsTexts.Get("note_truncated", answer.Reader.Locale, cut) : ""];
        if (meta["notes"] is JsonArray notes) foot.AddRange(notes.Select(note => note!.GetValue<string>()).Except(said));
        foot.Add(rows == 1 ? texts["Ask.RowCount.One"] : texts["Ask.RowCount", rows]);
        if (answer.ReadBy != Assistant.Embedded && ModelProviders.Find(answer.ReadBy) is { } provider) foot.Add(texts["Ask.ReadBy", provider.Title]);
        foot.Add(texts["Ask.AsOf", local.ToString(texts["Ask.AsOf.Format"], ChartsTexts.Culture(answer.Reader.Locale)), answer.Reader.Calendar.Zone.Id]);
        return foot;
    }

    private static List<FigureView> FiguresOf(JsonObject option, string locale)
    {
        if (option["figures"] is not JsonArray figures) return [];
        var culture = ChartsTexts.Culture(locale);
        return [.. figures.OfType<JsonObject>().Select(figure =>
        {
            var currency = figure["currency"]?.GetValue<string>();
            var value = Number(figure["value"]) is { } number ? number.ToString(currency is null ? "#,##0.##" : "#,##0." + new string('0', Money.Decimals(currency)), culture) : "–";
            var unit = currency is not null ? (locale == "ja" && currency == "JPY" ? "円" : currency) : figure["unit"]?.GetValue<string>();
            var change = Number(figure["change_percent"]);
            return new FigureView(figure["title"]!.GetValue<string>(), value, unit, change?.ToString("+#,##0.#'%';-#,##0.#'%';±0'%'", culture), change < 0);
        })];
    }

    private static decimal? Number(JsonNode? node) =>
        node is null ? null : decimal.Parse(node.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);

    // A single figure over no rows is no figure.
    private static bool IsBare(ResultTable result, string drawing) => drawing == "big_number" && result.Rows.All(row => row.All(cell => cell is null));
}
