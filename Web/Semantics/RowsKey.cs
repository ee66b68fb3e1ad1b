using System.Security.Cryptography;
using System.Text.Json;

namespace Web.Semantics;

/// <summary>Everything that rows stand on. Two readers share rows only where all of it is the same.</summary>
/// <param name="Edition">See <see cref="DatasetSource.Edition"/>.</param>
/// <param name="Filters">The row filters of the reader, with what they say of that reader.</param>
/// <param name="Day">The day that it is for the company, its time zone and fiscal year.</param>
/// <param name="Statement">The text, which is the same for equal queries however they were said.</param>
/// <param name="Values">A digest of the statement's parameters.</param>
/// <param name="Sight">Whose records the reader sees, where that is not everybody's.</param>
public readonly record struct RowsKey(Guid Tenant, string? Edition, string Filters, string Day, string Statement, string Values, string Sight)
{
    internal static RowsKey Of(Guid tenant, string sight, CheckedQuery query, SqlText sql) => new(
        tenant, query.Dataset.Source.Edition,
        query.Dataset.EveryRowFilter.Any() ? JsonSerializer.Serialize(query.Dataset.EveryRowFilter, ChartJson.Options) : "",
        FormattableString.Invariant($"{query.Today:O} {query.Calendar.Zone.Id} {query.Calendar.FiscalYearStart}"),
        sql.Text,
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sql.Parameters.Select(parameter => new { parameter.Name, parameter.Type, parameter.Value })))),
        sight);
}
