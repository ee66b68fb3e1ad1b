using Microsoft.AspNetCore.WebUtilities;
using Web.Api;

namespace Web.Crm;

/// <summary>What a simple list is narrowed by: words and an owner, as its address says them.</summary>
public sealed record RecordFilter(string Path, string? Words, string? Owner)
{
    public static RecordFilter Of(string path, IQueryCollection query) => new(
        path, query["q"].ToString().Trim() is { Length: > 0 and <= 200 } words ? words : null,
        query["owner"] == "me" ? "me" : Guid.TryParse(query["owner"], out var id) ? id.ToString() : null);

    public bool IsEmpty => Words is null && Owner is null;

    public Guid? OwnerOr(Guid me) => Owner == "me" ? me : Guid.TryParse(Owner, out var id) ? id : null;

    public string Url(string? after = null, string? owner = null, bool fragment = false) => QueryHelpers.AddQueryString(Path,
        new[] { ("q", Words), ("owner", owner ?? Owner), ("after", after), ("handler", fragment ? "rows" : null) }.Where(part => !string.IsNullOrEmpty(part.Item2))
            .Select(part => KeyValuePair.Create(part.Item1, part.Item2)));
}

/// <summary>A page of a list that stands in the order of its sort key.</summary>
/// <param name="After">The cursor of the next page, when there is one.</param>
public sealed record RecordPage<T>(IReadOnlyList<T> Rows, string? After)
{
    public const int Size = 50;

    /// <param name="rows">One more than fits tells that there are more.</param>
    public static RecordPage<T> Of(IReadOnlyList<T> rows, Func<T, (string Key, Guid Id)> place)
    {
        if (rows.Count <= Size) return new(rows, null);
        var (key, id) = place(rows[Size - 1]);
        return new([.. rows.Take(Size)], Cursor.Write(key, id.ToString()));
    }

    /// <summary>The sort key and id that the page begins below.</summary>
    /// <exception cref="Kernel.RefusalException">422: the cursor is none of ours.</exception>
    public static (string Key, Guid Id)? Below(string? cursor) => Cursor.Read(cursor, 2) switch
    {
        null => null,
        [{ } key, { } text] when Guid.TryParse(text, out var id) => (key, id),
        _ => throw Cursor.Bad(),
    };
}
