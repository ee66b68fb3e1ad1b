using System.Text.Json;

namespace Web.Insights.Datasets;

/// <summary>A column of a contract, as the description of the API tells it.</summary>
/// <param name="SourceName">The file's header, verbatim.</param>
/// <param name="Type">text, integer, number, boolean, date, timestamp or money.</param>
/// <param name="Role">time, dimension, measure or identity.</param>
public sealed record ColumnShape(
    string Name, string SourceName, string Title, string Type, string Role, string? Unit, string? Currency, string? DefaultAggregate, IReadOnlyList<string>? Synonyms,
    IReadOnlyList<string>? Values, IReadOnlyDictionary<string, IReadOnlyList<string>>? ValueSynonyms, bool Hidden);

/// <summary>A measure that has a name.</summary>
public sealed record MeasureShape(string Name, string Title, string Expression);

/// <summary>Who may use a dataset.</summary>
public sealed record DatasetAccessShape(IReadOnlyList<string> Roles);

/// <summary>A dataset's contract.</summary>
public sealed record ContractShape(
    string Key, string Title, string? Description, string Engine, long RowCount, DateTimeOffset? RefreshedAt, bool Certified, string? DefaultTime, string? DefaultGrain, string? CountOf,
    IReadOnlyList<ColumnShape> Columns, IReadOnlyList<MeasureShape> Measures, DatasetAccessShape Access, JsonElement? RowFilter);

/// <summary>A dataset in the list.</summary>
public sealed record DatasetLineShape(string Key, string Title, string? Description, long RowCount, DateTimeOffset? RefreshedAt, bool Certified);

/// <summary>What of a contract may be changed; what is not named stays, columns are merged by name.</summary>
public sealed record DatasetPatchShape(
    string? Title, string? Description, bool? Certified, string? DefaultTime, string? DefaultGrain, string? CountOf, IReadOnlyList<ColumnShape>? Columns, IReadOnlyList<MeasureShape>? Measures,
    DatasetAccessShape? Access, JsonElement? RowFilter);

/// <summary>A load of a file.</summary>
public sealed record LoadShape(Guid Id, string Mode, string Status, string FileName, long RowsLoaded, long RowsSkipped, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);
