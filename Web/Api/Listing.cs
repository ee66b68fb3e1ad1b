using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Web.Kernel;

namespace Web.Api;

/// <summary>What every list takes: where to begin, how many, in which order, and whether to count.</summary>
public sealed record ListRequest(
    [FromQuery(Name = "cursor")] string? Cursor, [FromQuery(Name = "page_size")] int? Size, [FromQuery(Name = "sort")] string? Sort, [FromQuery(Name = "count")] bool? Count)
{
    /// <summary>The names above; a list takes no other parameters than these and its filters.</summary>
    public static IReadOnlySet<string> Names { get; } = ImmutableHashSet.Create("cursor", "page_size", "sort", "count");
}

/// <summary>
/// The orders that a list can be read in, page by page: a page begins after the sort keys and id of the row before it.
/// Keys must never be null.
/// </summary>
public sealed class Listing<T>(Expression<Func<T, Guid>> id, string usual) where T : class
{
    /// <summary>Counting stops here: "more than a thousand".</summary>
    public const int MostCounted = 1001;

    private readonly Dictionary<string, LambdaExpression> keys = [];
    private readonly Dictionary<LambdaExpression, Func<T, string>> written = new() { [id] = Writing(id.Compile()) };
    private readonly Dictionary<LambdaExpression, Func<IQueryable<T>, bool, bool, IQueryable<T>>> sorted = new() { [id] = Sorting(id) };

    public Listing<T> By<TKey>(string name, Expression<Func<T, TKey>> key)
    {
        keys.Add(name, key);
        written.Add(key, Writing(key.Compile()));
        sorted.Add(key, Sorting(key));
        return this;
    }

    /// <exception cref="RefusalException">422: an unknown sort key, a cursor of another list, a page of no size.</exception>
    public async Task<(IReadOnlyList<T> Rows, string? Next, int? Total)> ReadAsync(IQueryable<T> rows, ListRequest request, CancellationToken cancellation)
    {
        var size = PageSize.Of(request.Size);
        var order = OrderOf(request.Sort ?? usual);
        var total = request.Count == true ? await rows.Take(MostCounted).CountAsync(cancellation) : (int?)null;
        var page = Sorted(After(rows, order, Cursor.Read(request.Cursor, order.Count + 1), request.Sort ?? usual), order);
        var found = await page.Take(size + 1).ToListAsync(cancellation);
        if (found.Count <= size) return (found, null, total);
        found.RemoveAt(size);
        return (found, NextOf(found[^1], order, request.Sort ?? usual), total);
    }

    private List<(LambdaExpression Key, bool Down)> OrderOf(string sort)
    {
        List<(LambdaExpression, bool)> order = [];
        foreach (var word in sort.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!keys.TryGetValue(word.TrimStart('-'), out var key)) throw RefusalException.Invalid(new Fault("sort", "sort_invalid", string.Join(", ", keys.Keys)));
            order.Add((key, word.StartsWith('-')));
        }
        if (order is [] or { Count: > 3 }) throw RefusalException.Invalid(new Fault("sort", "sort_invalid", string.Join(", ", keys.Keys)));
        order.Add((id, order[^1].Item2));
        return order;
    }

    private IQueryable<T> Sorted(IQueryable<T> rows, List<(LambdaExpression Key, bool Down)> order)
    {
        for (var i = 0; i < order.Count; i++) rows = sorted[order[i].Key](rows, i == 0, order[i].Down);
        return rows;
    }

    private static Func<IQueryable<T>, bool, bool, IQueryable<T>> Sorting<TKey>(Expression<Func<T, TKey>> key) => (rows, first, down) => (first, down) switch
    {
        (true, false) => rows.OrderBy(key),
        (true, true) => rows.OrderByDescending(key),
        (false, false) => ((IOrderedQueryable<T>)rows).ThenBy(key),
        _ => ((IOrderedQueryable<T>)rows).ThenByDescending(key),
    };

    private static IQueryable<T> After(IQueryable<T> rows, List<(LambdaExpression Key, bool Down)> order, IReadOnlyList<string?>? cursor, string sort)
    {
        if (cursor is null) return rows;
        if (cursor[0] != sort) throw Cursor.Bad();
        var row = Expression.Parameter(typeof(T), "row");
        var parts = order.Select((one, i) => (Key: Body(one.Key, row), Value: Parameter(Parse(cursor[i + 1], one.Key.ReturnType), one.Key.ReturnType), one.Down)).ToList();
        return rows.Where(Expression.Lambda<Func<T, bool>>(parts.TrueForAll(part => part.Down == parts[0].Down) ? Beyond(parts) : BeyondMixed(parts), row));
    }

    /// <summary><c>(a, b, id) &lt; (x, y, z)</c>, which an index answers at once.</summary>
    private static MethodCallExpression Beyond(List<(Expression Key, Expression Value, bool Down)> parts)
    {
        var types = parts.Select(part => part.Key.Type).ToArray();
        UnaryExpression Tuple(Func<(Expression Key, Expression Value, bool Down), Expression> pick) =>
            Expression.Convert(Expression.Call(typeof(ValueTuple), nameof(ValueTuple.Create), types, [.. parts.Select(pick)]), typeof(System.Runtime.CompilerServices.ITuple));
        var method = parts[0].Down ? nameof(NpgsqlDbFunctionsExtensions.LessThan) : nameof(NpgsqlDbFunctionsExtensions.GreaterThan);
        return Expression.Call(typeof(NpgsqlDbFunctionsExtensions), method, null, Expression.Constant(EF.Functions), Tuple(part => part.Key), Tuple(part => part.Value));
    }

    /// <summary>Where directions differ: a bound on the first key for the index, then key by key.</summary>
    private static Expression BeyondMixed(List<(Expression Key, Expression Value, bool Down)> parts)
    {
        Expression after = Strictly(parts[^1]);
        foreach (var part in parts.AsEnumerable().Reverse().Skip(1))
            after = Expression.OrElse(Strictly(part), Expression.AndAlso(Expression.Equal(part.Key, part.Value), after));
        return Expression.AndAlso(Expression.OrElse(Strictly(parts[0]), Expression.Equal(parts[0].Key, parts[0].Value)), after);
    }

    private static BinaryExpression Strictly((Expression Key, Expression Value, bool Down) part)
    {
        var compared = Expression.Call(part.Key, part.Key.Type.GetMethod(nameof(IComparable<>.CompareTo), [part.Key.Type])!, part.Value);
        return part.Down ? Expression.LessThan(compared, Expression.Constant(0)) : Expression.GreaterThan(compared, Expression.Constant(0));
    }

    private static Expression Body(LambdaExpression key, ParameterExpression row) => new Renamed(key.Parameters[0], row).Visit(key.Body);

    private static Expression Parameter(object value, Type type) =>
        Expression.Property(Expression.Constant(Activator.CreateInstance(typeof(Held<>).MakeGenericType(type), value)), nameof(Held<>.Value));

    private string NextOf(T last, List<(LambdaExpression Key, bool Down)> order, string sort) =>
        Cursor.Write([sort, .. order.Select(one => written[one.Key](last))]);

    private static Func<T, string> Writing<TKey>(Func<T, TKey> key) => row => JsonSerializer.Serialize(key(row));

    private static object Parse(string? text, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(text ?? "null", type) ?? throw Cursor.Bad();
        }
        catch (JsonException)
        {
            throw Cursor.Bad();
        }
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}

/// <summary>A value that becomes a parameter of the statement, never part of its text.</summary>
internal sealed record Held<TValue>(TValue Value);
