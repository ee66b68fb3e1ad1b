using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Web.Data;

namespace Web.Demo;

/// <summary>
/// Writes many new rows of one kind with one statement, twenty times faster than row by row; the columns are those of the mapping.
/// It must be <c>unnest</c>: the wall refuses COPY.
/// </summary>
internal static class ManyRows
{
    public static async Task InsertManyAsync<T>(this AppDb db, IReadOnlyList<T> rows, CancellationToken cancellation) where T : class
    {
        if (rows.Count == 0) return;
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is no table.", nameof(rows));
        var columns = entity.GetProperties().Where(property =>
            !property.ValueGenerated.HasFlag(ValueGenerated.OnUpdate) && property.GetBeforeSaveBehavior() != PropertySaveBehavior.Ignore).ToList();
        var tenant = db.TenantId.ToString();
        await using var command = new NpgsqlCommand(Statement(entity, columns), await db.EnterAsync(cancellation));
        foreach (var column in columns)
            command.Parameters.Add(new NpgsqlParameter { Value = rows.Select(row => column.IsShadowProperty() ? tenant : Text(column, row)).ToArray() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Statement(IEntityType entity, List<IProperty> columns)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var names = string.Join(", ", columns.Select(column => column.GetColumnName(table)));
        var values = string.Join(", ", columns.Select((column, i) => FormattableString.Invariant($"v{i}::{column.GetColumnType()}")));
        var arrays = string.Join(", ", columns.Select((_, i) => FormattableString.Invariant($"${i + 1}::text[]")));
        var aliases = string.Join(", ", columns.Select((_, i) => FormattableString.Invariant($"v{i}")));
        return $"insert into {table.Schema}.{table.Name} ({names}) select {values} from unnest({arrays}) rows({aliases})";
    }

    private static string? Text(IProperty column, object row)
    {
        var value = column.PropertyInfo!.GetValue(row);
        if (value is not null && column.GetTypeMapping().Converter is { } converter && value is not string[]) value = converter.ConvertToProvider(value);
        return value switch
        {
            null => null,
            string[] texts => Array(texts),
            DateTimeOffset time => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
    }

    private static string Array(string[] texts)
    {
        var literal = new StringBuilder("{");
        foreach (var text in texts)
            literal.Append(literal.Length > 1 ? ",\"" : "\"").Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        return literal.Append('}').ToString();
    }
}
