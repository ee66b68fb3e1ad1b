using System.Globalization;
using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>An order that a list of deals may be in, and how a page of it goes on below a row. Each stands on an index.</summary>
/// <param name="Key">Its name in an address.</param>
public sealed record DealSort(string Key, bool Descending)
{
    private static readonly DateOnly Never = new(9999, 12, 31);

    public static IReadOnlyList<string> Keys { get; } = ["name", "amount", "close", "updated"];

    /// <summary>Whether it goes by the last change, in which deals of each status have an index too.</summary>
    public bool IsFreshest => Key == "updated";

    public string Word => (Descending ? "-" : "") + Key;

    /// <summary>The order that is asked for, else the freshest first.</summary>
    public static DealSort Of(string? word) => word?.TrimStart('-') is { } key && Keys.Contains(key) ? new(key, word.StartsWith('-')) : new("updated", true);

    /// <summary>What a click on a column's head leads to.</summary>
    public DealSort Next(string key) => key == Key ? this with { Descending = !Descending } : new(key, key is "amount" or "updated");

    /// <summary>Writes the order of the deals called <c>d</c>.</summary>
    public void Order(Statement sql) => _ = (Key, Descending) switch
    {
        ("name", false) => sql.Add($" order by d.sort_key, d.id"),
        ("name", true) => sql.Add($" order by d.sort_key desc, d.id desc"),
        ("amount", false) => sql.Add($" order by coalesce(d.amount_minor, -9223372036854775808), d.id"),
        ("amount", true) => sql.Add($" order by coalesce(d.amount_minor, -9223372036854775808) desc, d.id desc"),
        ("close", false) => sql.Add($" order by coalesce(d.expected_close_on, date '9999-12-31'), d.id"),
        ("close", true) => sql.Add($" order by coalesce(d.expected_close_on, date '9999-12-31') desc, d.id desc"),
        (_, false) => sql.Add($" order by d.updated_at, d.id"),
        _ => sql.Add($" order by d.updated_at desc, d.id desc"),
    };

    /// <summary>Writes that only what stands below the row that a cursor names is wanted.</summary>
    /// <exception cref="RefusalException">422: the cursor is none of ours, or of another order.</exception>
    public void Below(Statement sql, string? cursor)
    {
        if (Cursor.Read(cursor, 3) is not { } keys) return;
        if (keys[0] != Word || !Guid.TryParse(keys[2], out var id)) throw Cursor.Bad();
        switch (Key)
        {
            case "name" when keys[1] is { } name:
                _ = Descending ? sql.Add($" and (d.sort_key, d.id) < ({name}, {id})") : sql.Add($" and (d.sort_key, d.id) > ({name}, {id})");
                break;
            case "amount" when long.TryParse(keys[1], CultureInfo.InvariantCulture, out var amount):
                _ = Descending ? sql.Add($" and (coalesce(d.amount_minor, -9223372036854775808), d.id) < ({amount}, {id})") : sql.Add($" and (coalesce(d.amount_minor, -9223372036854775808), d.id) > ({amount}, {id})");
                break;
            case "close" when DateOnly.TryParse(keys[1], CultureInfo.InvariantCulture, out var day):
                var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture); // as text: the driver takes the last day of all for infinity
                _ = Descending ? sql.Add($" and (coalesce(d.expected_close_on, date '9999-12-31'), d.id) < ({date}::date, {id})") : sql.Add($" and (coalesce(d.expected_close_on, date '9999-12-31'), d.id) > ({date}::date, {id})");
                break;
            case "updated" when DateTimeOffset.TryParse(keys[1], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at):
                _ = Descending ? sql.Add($" and (d.updated_at, d.id) < ({at.ToUniversalTime()}, {id})") : sql.Add($" and (d.updated_at, d.id) > ({at.ToUniversalTime()}, {id})");
                break;
            default: throw Cursor.Bad();
        }
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
