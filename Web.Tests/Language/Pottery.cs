using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>A table of orders that no corpus has, for rules of grammar and of words.</summary>
internal static class Pottery
{
    public static readonly DatasetContract Orders = new()
    {
        Key = "pottery_orders",
        Titles = new Dictionary<string, string> { ["en"] = "Pottery orders", ["ja"] = "陶器の注文" },
        Synonyms = ["orders", "注文"],
        DefaultTime = "ordered_on",
        Columns =
        [
            new() { Name = "order_no", Type = ColumnType.Text, Role = ColumnRole.Identity },
            Date("ordered_on"), Date("delivered_on"), Date("paid_on"),
            Text("client", [.. Enumerable.Range(0, 20).Select(i => $"Client {(char)('A' + i)}")]),
            Text("studio", "Clay House", "Kiln Row", "Wheelworks"),
            Text("glaze", "Ash", "Celadon", "Tenmoku"),
            Text("note", [.. Enumerable.Range(0, 30).Select(i => $"note {i}")]),
            Number("pieces", "sum"), Number("rating", "mean"), Number("delivery_days", "mean"),
            new() { Name = "amount", Type = ColumnType.Money, Role = ColumnRole.Measure, DefaultAggregate = "sum", Currency = "EUR" },
        ],
    };

    /// <summary>The first reading in the notation of the corpora; "asked" where there is none.</summary>
    public static string Said(string words, DatasetContract? contract = null, bool ordered = false) =>
        InterpreterTests.Ask(words, [contract ?? Orders]) is Understood { Readings: [var best, ..] } ? Judge.Say(best.Query, contract ?? Orders, ordered, named: ordered) : "asked";

    public static Column Text(string name, params string[] values) => new() { Name = name, Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = values };

    public static Column Number(string name, string aggregate) => new() { Name = name, SourceName = name, Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = aggregate };

    public static Column Date(string name) => new() { Name = name, Type = ColumnType.Date, Role = ColumnRole.Time };
}
