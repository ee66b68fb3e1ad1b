using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Web.Kernel;

namespace Web.Api;

/// <summary>
/// The filters of a list: <c>?field=value</c>, and <c>?field[gte]=…</c> with gte, gt, lte or lt where values have an order.
/// A parameter that is none of them is refused rather than ignored.
/// </summary>
public sealed class Filters<T>
{
    private readonly Dictionary<string, Func<IQueryable<T>, string, string, IQueryable<T>>> known = [];

    /// <summary>Words that the list knows how to look for.</summary>
    public Filters<T> Words(string name, Func<IQueryable<T>, string, IQueryable<T>> apply) => Add(name, (rows, comparison, text) => comparison is "" ? apply(rows, text) : throw Unknown(name, comparison));

    public Filters<T> Id(string name, Expression<Func<T, Guid?>> field) => Add(name, (rows, comparison, text) => comparison is "" && Guid.TryParse(text, out var id)
        ? rows.Where(Compared(field, Expression.Equal, (Guid?)id)) : throw Misfit(name, "not_an_id"));

    public Filters<T> OneOf<TEnum>(string name, Expression<Func<T, TEnum>> field) where TEnum : struct, Enum => Add(name, (rows, comparison, text) =>
    {
        var values = Enum.GetValues<TEnum>().ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
        return comparison is "" && values.TryGetValue(text, out var value) ? rows.Where(Compared(field, Expression.Equal, value)) : throw Misfit(name, "not_one_of", string.Join(", ", values.Keys));
    });

    public Filters<T> Truth(string name, Func<IQueryable<T>, bool, IQueryable<T>> apply) => Add(name, (rows, comparison, text) =>
        comparison is "" && bool.TryParse(text, out var value) ? apply(rows, value) : throw Misfit(name, "not_one_of", "true, false"));

    public Filters<T> Day(string name, Expression<Func<T, DateOnly?>> field) => Ordered(name, field,
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, "not_a_date");

    public Filters<T> Time(string name, Expression<Func<T, DateTimeOffset?>> field) => Ordered(name, field,
        text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null, "not_a_time");

    public Filters<T> Number(string name, Expression<Func<T, long?>> field, Func<decimal, decimal>? scale = null) => Ordered(name, field,
        text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000m ? (long)(scale?.Invoke(number) ?? number) : null, "not_a_number");

    /// <exception cref="RefusalException">422 with every filter that is unknown or does not fit.</exception>
    public IQueryable<T> Apply(IQueryable<T> rows, IQueryCollection query)
    {
        List<Fault> faults = [];
        foreach (var (parameter, texts) in query.Where(one => !ListRequest.Names.Contains(one.Key)))
        {
            try
            {
                rows = One(rows, parameter, texts.ToString());
            }
            catch (RefusalException refused)
            {
                faults.AddRange(refused.Faults);
            }
        }
        return faults is [] ? rows : throw RefusalException.Invalid(faults);
    }

    private IQueryable<T> One(IQueryable<T> rows, string parameter, string text)
    {
        var bracket = parameter.EndsWith(']') ? parameter.IndexOf('[', StringComparison.Ordinal) : -1;
        var (name, comparison) = bracket < 0 ? (parameter, "") : (parameter[..bracket], parameter[(bracket + 1)..^1]);
        return known.TryGetValue(name, out var apply) ? apply(rows, comparison, text) : throw Unknown(parameter, "");
    }

    private Filters<T> Ordered<TValue>(string name, Expression<Func<T, TValue?>> field, Func<string, TValue?> read, string misfit) where TValue : struct => Add(name, (rows, comparison, text) =>
    {
        if (read(text) is not { } value) throw Misfit(name, misfit);
        Func<Expression, Expression, BinaryExpression> compare = comparison switch
        {
            "" => Expression.Equal,
            "gte" => Expression.GreaterThanOrEqual,
            "gt" => Expression.GreaterThan,
            "lte" => Expression.LessThanOrEqual,
            "lt" => Expression.LessThan,
            _ => throw Unknown(name, comparison),
        };
        return rows.Where(Compared(field, compare, (TValue?)value));
    });

    private Filters<T> Add(string name, Func<IQueryable<T>, string, string, IQueryable<T>> apply)
    {
        known.Add(name, apply);
        return this;
    }

    private static Expression<Func<T, bool>> Compared<TValue>(Expression<Func<T, TValue>> field, Func<Expression, Expression, BinaryExpression> compare, TValue value)
    {
        var holder = new Held<TValue>(value);
        return Expression.Lambda<Func<T, bool>>(compare(field.Body, Expression.Property(Expression.Constant(holder), nameof(holder.Value))), field.Parameters);
    }

    private static RefusalException Unknown(string name, string comparison) => RefusalException.Invalid(new Fault(comparison is "" ? name : $"{name}[{comparison}]", "unknown_filter"));

    private static RefusalException Misfit(string name, string code, params object[] arguments) => RefusalException.Invalid(new Fault(name, code, arguments));
}
