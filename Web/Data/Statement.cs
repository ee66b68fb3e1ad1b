using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;

namespace Web.Data;

/// <summary>
/// A statement written by hand, for the few pages that are looked at most; all else asks through EF. What stands in braces is a
/// parameter, never text, save for whole numbers and <see cref="ProgramText"/>, which are part of the plan. It names the tenant itself, as every query does.
/// </summary>
/// <param name="read">Makes a row of what the reader stands on.</param>
public sealed class Statement<TRow>(Func<NpgsqlDataReader, TRow> read) : Statement
{
    internal async Task<IReadOnlyList<TRow>> RowsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        List<TRow> rows = [];
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        await reader.NextResultAsync(cancellation);
        return rows;
    }
}

/// <summary>The text of a statement and its values, so far.</summary>
public abstract class Statement
{
    private readonly StringBuilder text = new(1024);
    private readonly NpgsqlBatchCommand command = new();

    internal bool IsPlannedOnce { get; private set; }

    /// <summary>For instance <c>Add($" and d.stage_id = {stage}")</c>.</summary>
#pragma warning disable IDE0060 // the piece has written itself by then; the call is what makes it
    public Statement Add([InterpolatedStringHandlerArgument("")] Piece piece) => this;
#pragma warning restore IDE0060

    /// <summary>
    /// Says that one plan, kept with the connection, serves companies of any size, because the statement walks an index in order
    /// and stops, or looks up by key. Planning such a statement anew for each company costs more than running it.
    /// </summary>
    public void PlanOnce() => IsPlannedOnce = true;

    internal NpgsqlBatchCommand Command()
    {
        command.CommandText = text.ToString();
        return command;
    }

    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly Statement statement;

        // The compiler asks for the two lengths; the statement has room.
        public Piece(int literals, int values, Statement statement)
        {
            _ = literals + values;
            this.statement = statement;
        }

        public void AppendLiteral(string sql) => statement.text.Append(sql);

        public void AppendFormatted(int number) => statement.text.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(ProgramText sql) => statement.text.Append(sql.Text);

        public void AppendFormatted<T>(T value) where T : notnull
        {
            statement.command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
            statement.text.Append(CultureInfo.InvariantCulture, $"${statement.command.Parameters.Count}");
        }
    }
}

/// <summary>A part of a statement that the program chose from names of its own, such as those of a table's columns; never anything that came from outside.</summary>
public sealed record ProgramText(string Text);

/// <summary>Columns that may be empty.</summary>
public static class EmptyColumns
{
    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static T? OrNull<T>(this NpgsqlDataReader row, int column) where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
}
