using Web.Access;

namespace Web.Insights.Datasets.Access;

/// <summary>Whose a dataset is to use, and which rows of it they see.</summary>
/// <param name="Roles">Empty: everybody who may use datasets.</param>
/// <param name="AllRowsRoles">For whom the row filter does not hold.</param>
/// <param name="RowFilter">The JSON of a <see cref="Datasets.Access.RowFilter"/>.</param>
/// <param name="Version">Changes with every write.</param>
public sealed record DatasetAccess(IReadOnlyList<string> Roles, IReadOnlyList<string> AllRowsRoles, string? RowFilter, uint Version)
{
    /// <summary>Nobody has said anything: everybody, all rows.</summary>
    public static DatasetAccess Open { get; } = new([], [], null, 0);

    public bool IsFor(Role role) => Roles.Count == 0 || role == Role.Owner || Roles.Contains(UploadedDataset.Word(role));

    public bool ShowsAllRowsTo(Role role) => RowFilter is null || AllRowsRoles.Contains(UploadedDataset.Word(role));
}
