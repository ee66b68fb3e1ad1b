using Web.Semantics;

namespace Web.Insights.Datasets.Csv;

/// <summary>Reads a file from its first byte to its last and says what it is.</summary>
public static class CsvInference
{
    private const int HeadRows = 20;

    /// <summary>
    /// Opens the file several times (encoding, delimiter, statistics, faults) and keeps none of it. A header without rows is a table
    /// without rows. What is no table is refused with 422 and a code: <c>file_empty</c>, <c>file_not_csv</c> (with what it is), <c>encoding_unknown</c>,
    /// <c>header_missing</c>, <c>too_many_columns</c> (with the number found and the number allowed).
    /// </summary>
    public static async Task<CsvPlan> ReadAsync(Func<Stream> open, TimeZoneInfo zone, CancellationToken cancel)
    {
        var shape = await Delimiters.OfAsync(open, await FileEncoding.OfAsync(open, cancel), cancel);
        await using var file = open();
        var survey = await Survey.OfAsync(file, shape, HeadRows, cancel);
        return await RecountAsync(Described(shape, survey), open, zone, cancel);
    }

    /// <summary>The plan with rows and faults counted again, for instance after a person has overruled a type.</summary>
    public static async Task<CsvPlan> RecountAsync(CsvPlan plan, Func<Stream> open, TimeZoneInfo zone, CancellationToken cancel)
    {
        await using var file = open();
        var count = await FaultCount.OfAsync(plan, file, zone, cancel);
        if (count.YearOfRows is { } year) plan = plan with { DefaultTime = year };
        var grain = plan.Columns.FirstOrDefault(c => c.Column.Name == plan.DefaultTime) is { } time
            ? Defaults.GrainOf(time.Column, count.Days.GetValueOrDefault(time.Column.Name) ?? new DaySpan())
            : null;
        return plan with { Rows = count.Rows, FaultyRows = count.FaultyRows, Faults = count.Faults, TotalRow = count.TotalRow, DefaultGrain = grain };
    }

    private static CsvPlan Described(CsvShape shape, Survey survey)
    {
        var names = ColumnNames.Of(survey.Headers);
        var usual = Typing.UsualMark(survey.Columns);
        List<(CsvColumn Column, Header Header)> columns = [];
        List<string> assumptions = shape.Preamble > 0 ? ["above_header"] : [];
        for (var i = 0; i < names.Count; i++)
        {
            var (header, stats) = (survey.Headers[i], survey.Columns[i]);
            var typing = new Typing(header, stats, usual);
            var format = typing.Format();
            assumptions.AddRange(typing.Assumptions.Select(code => $"{code}:{names[i]}"));
            var column = ColumnOf(header, names[i], format, stats, Roles.Of(header, format, stats, i == 0));
            var empty = format.Type == ColumnType.Text ? 0 : stats.NullWords;
            columns.Add((new CsvColumn(column, format, survey.Rows == 0 ? 0 : (double)(stats.Filled - empty) / survey.Rows, stats.Examples), header));
        }
        NameRows(columns, survey);
        GoodsFigures.AddUp(columns);
        return new CsvPlan
        {
            Shape = shape,
            Columns = [.. columns.Select(c => c.Column)],
            Head = survey.Head,
            DefaultTime = Defaults.Time(columns)?.Name,
            DefaultMeasure = Defaults.Measure(columns)?.Name,
            CountOf = Defaults.CountOf(columns),
            Assumptions = assumptions,
        };
    }

    /// <summary>Where no column is the number of a row, what rows are called tells them apart.</summary>
    private static void NameRows(List<(CsvColumn Column, Header Header)> columns, Survey survey)
    {
        if (columns.Exists(c => c.Column.Column.Role == ColumnRole.Identity)) return;
        var place = columns.FindIndex(c => Roles.NamesRows(c.Header, c.Column.Format, survey.Columns[columns.IndexOf(c)]));
        if (place >= 0) columns[place] = (columns[place].Column with { Column = columns[place].Column.Column with { Role = ColumnRole.Identity } }, columns[place].Header);
    }

    private static Column ColumnOf(Header header, string name, CellFormat format, ColumnStats stats, ColumnRole role)
    {
        var title = header.Source.Trim().Length == 0 ? name : header.Source;
        return new Column
        {
            Name = name,
            SourceName = header.Source,
            Titles = new Dictionary<string, string> { ["en"] = title, ["ja"] = title },
            Type = format.Type,
            Role = role,
            Unit = format.Type is ColumnType.Number or ColumnType.Integer && !format.Year ? format.Unit : null,
            Currency = format.Type == ColumnType.Money ? format.Currency : null,
            DefaultAggregate = Roles.Aggregate(header, format, role, stats),
            Synonyms = header.Synonyms,
        };
    }
}
