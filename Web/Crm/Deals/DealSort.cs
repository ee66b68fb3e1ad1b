using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Web.Api;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>An order that a list of deals may be in, and how a page of it goes on below a row. Each stands on an index.</summary>
/// <param name="Key">Its name in an address.</param>
public sealed record DealSort(string Key, bool Descending)
{
    private static readonly DateOnly Never = new(9999, 12, 31);

    public static IReadOnlyList<string> Keys { get; } = ["name", "amount", "close", "updated"];

    public string Word => (Descending ? "-" : "") + Key;

    /// <summary>The order that is asked for, else the freshest first.</summary>
    public static DealSort Of(string? word) => word?.TrimStart('-') is { } key && Keys.Contains(key) ? new(key, word.StartsWith('-')) : new("updated", true);

    /// <summary>What a click on a column's head leads to.</summary>
    public DealSort Next(string key) => key == Key ? this with { Descending = !Descending } : new(key, key is "amount" or "updated");

    public IQueryable<Deal> Order(IQueryable<Deal> deals) => (Key, Descending) switch
    {
        ("name", false) => deals.OrderBy(deal => deal.SortKey).ThenBy(deal => deal.Id),
        ("name", true) => deals.OrderByDescending(deal => deal.SortKey).ThenByDescending(deal => deal.Id),
        ("amount", false) => deals.OrderBy(deal => deal.AmountMinor ?? long.MinValue).ThenBy(deal => deal.Id),
        ("amount", true) => deals.OrderByDescending(deal => deal.AmountMinor ?? long.MinValue).ThenByDescending(deal => deal.Id),
        ("close", false) => deals.OrderBy(deal => deal.ExpectedCloseOn ?? Never).ThenBy(deal => deal.Id),
        ("close", true) => deals.OrderByDescending(deal => deal.ExpectedCloseOn ?? Never).ThenByDescending(deal => deal.Id),
        (_, false) => deals.OrderBy(deal => deal.UpdatedAt).ThenBy(deal => deal.Id),
        _ => deals.OrderByDescending(deal => deal.UpdatedAt).ThenByDescending(deal => deal.Id),
    };

    /// <summary>What stands below the row that a cursor names.</summary>
    /// <exception cref="RefusalException">422: the cursor is none of ours, or of another order.</exception>
    public IQueryable<Deal> Below(IQueryable<Deal> deals, string? cursor)
    {
        if (Cursor.Read(cursor, 3) is not { } keys) return deals;
        if (keys[0] != Word || !Guid.TryParse(keys[2], out var id)) throw Cursor.Bad();
        return Key switch
        {
            "name" when keys[1] is { } name => Descending
                ? deals.Where(deal => EF.Functions.LessThan(ValueTuple.Create(deal.SortKey, deal.Id), ValueTuple.Create(name, id)))
                : deals.Where(deal => EF.Functions.GreaterThan(ValueTuple.Create(deal.SortKey, deal.Id), ValueTuple.Create(name, id))),
            "amount" when long.TryParse(keys[1], CultureInfo.InvariantCulture, out var amount) => Descending
                ? deals.Where(deal => EF.Functions.LessThan(ValueTuple.Create(deal.AmountMinor ?? long.MinValue, deal.Id), ValueTuple.Create(amount, id)))
                : deals.Where(deal => EF.Functions.GreaterThan(ValueTuple.Create(deal.AmountMinor ?? long.MinValue, deal.Id), ValueTuple.Create(amount, id))),
            "close" when DateOnly.TryParse(keys[1], CultureInfo.InvariantCulture, out var day) => Descending
                ? deals.Where(deal => EF.Functions.LessThan(ValueTuple.Create(deal.ExpectedCloseOn ?? Never, deal.Id), ValueTuple.Create(day, id)))
                : deals.Where(deal => EF.Functions.GreaterThan(ValueTuple.Create(deal.ExpectedCloseOn ?? Never, deal.Id), ValueTuple.Create(day, id))),
            "updated" when DateTimeOffset.TryParse(keys[1], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) => Descending
                ? deals.Where(deal => EF.Functions.LessThan(ValueTuple.Create(deal.UpdatedAt, deal.Id), ValueTuple.Create(at.ToUniversalTime(), id)))
                : deals.Where(deal => EF.Functions.GreaterThan(ValueTuple.Create(deal.UpdatedAt, deal.Id), ValueTuple.Create(at.ToUniversalTime(), id))),
            _ => throw Cursor.Bad(),
        };
    }

    /// <summary>Where the next page begins, below this row.</summary>
    public string After(DealRow row) => Cursor.Write(Word, Key switch
    {
        "name" => row.SortKey,
        "amount" => (row.AmountMinor ?? long.MinValue).ToString(CultureInfo.InvariantCulture),
        "close" => (row.ExpectedCloseOn ?? Never).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => row.UpdatedAt.ToString("O", CultureInfo.InvariantCulture),
    }, row.Id.ToString());
}
