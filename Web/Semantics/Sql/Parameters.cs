using System.Globalization;
using NpgsqlTypes;

namespace Web.Semantics.Sql;

/// <summary>The one way for a value to get into a statement. The same value is the same parameter.</summary>
internal sealed class Parameters(CheckedQuery query)
{
    private readonly List<SqlParameter> all = [];
    private readonly Dictionary<(object, NpgsqlDbType), string> known = [];

    public IReadOnlyList<SqlParameter> All => all;

    /// <summary>The placeholder of <paramref name="value"/>.</summary>
    public string Add(object value, NpgsqlDbType type)
    {
        if (known.TryGetValue((value, type), out var placeholder)) return placeholder;
        placeholder = Named($"p{(known.Count + 1).ToString(CultureInfo.InvariantCulture)}", value, type);
        known.Add((value, type), placeholder);
        return placeholder;
    }

    public string Zone() => Named("zone", query.Calendar.Zone.Id, NpgsqlDbType.Text);

    public string Today() => Named("today", query.Today, NpgsqlDbType.Date);

    /// <summary>By how many months the fiscal year begins later than the calendar's.</summary>
    public string FiscalShift() => Named("fiscal", (long)(query.Calendar.FiscalYearStart - 1), NpgsqlDbType.Bigint);

    private string Named(string name, object value, NpgsqlDbType type)
    {
        if (!all.Exists(p => p.Name == name)) all.Add(new SqlParameter(name, value, type));
        return "@" + name;
    }
}
