using System.ComponentModel.DataAnnotations.Schema;
using Web.Semantics;

namespace Web.Insights.Datasets.History;

/// <summary>What a dataset meant, and whose it was, before one change; and what that change was.</summary>
public sealed class DatasetVersion
{
    private DatasetVersion()
    {
    }

    public Guid Id { get; private init; }
    public Guid DatasetId { get; private init; }
    public DateTimeOffset At { get; private init; }
    public Guid? MemberId { get; private init; }
    /// <summary><c>updated</c> or <c>restored</c>.</summary>
    public string Happening { get; private init; } = "";
    /// <summary>Before and after, by JSON pointer without its first slash.</summary>
    public string Changes { get; private init; } = "{}";
    internal string ContractText { get; private init; } = "{}";
    public string[] Roles { get; private init; } = [];
    public string[] AllRowsRoles { get; private init; } = [];
    public string? RowFilter { get; private init; }

    /// <summary>The contract before the change.</summary>
    [NotMapped]
    public DatasetContract Contract => DatasetJson.Read<DatasetContract>(ContractText);

    /// <summary>What stands now, kept before it changes.</summary>
    internal static Func<IReadOnlyDictionary<string, object?[]>, DatasetVersion> Before(UploadedDataset dataset, string happening, Guid? member, DateTimeOffset now)
    {
        var (contract, roles, all, filter) = (dataset.ContractText, dataset.Roles, dataset.AllRowsRoles, dataset.RowFilter);
        return changes => new DatasetVersion
        {
            Id = Guid.CreateVersion7(now), DatasetId = dataset.Id, At = now, MemberId = member, Happening = happening, Changes = DatasetJson.Write(changes),
            ContractText = contract, Roles = roles, AllRowsRoles = all, RowFilter = filter,
        };
    }
}
