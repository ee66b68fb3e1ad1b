using Web.Semantics.Sql;

namespace Web.Semantics;

/// <summary>Turns a checked query into one statement. Pure: the same query gives the same text, whoever asks and whenever.</summary>
public static class SqlCompiler
{
    /// <summary>The most raw rows, beyond which a seeded sample is drawn, and the most grouped rows.</summary>
    public const int RawCap = 5000, GroupedCap = 10_000;

    public static SqlText Compile(CheckedQuery query)
    {
        var parameters = new Parameters(query);
        return query.Raw ? new RawRows(query, parameters).Compile() : new GroupedRows(query, parameters).Compile();
    }
}
