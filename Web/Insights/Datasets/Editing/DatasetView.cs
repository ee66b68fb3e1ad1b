using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Preview;
using Web.Semantics;

namespace Web.Insights.Datasets.Editing;

/// <summary>One dataset as its page shows it to this reader.</summary>
/// <param name="Facts">Rows, columns and age in one line.</param>
/// <param name="Version">What the form was made from; a later change by somebody else is noticed.</param>
public sealed record DatasetView(
    string Key, string Title, string? Description, string Facts, DatasetContract Contract, ColumnTable Columns, string Version, bool MayEdit, bool MayAsk, bool BuiltIn)
{
    /// <summary>Its words for the closed list of roles.</summary>
    public static IReadOnlyList<string> EveryRole { get; } = ["admin", "manager", "analyst", "member", "viewer"];

    /// <summary>Whether this person may say who uses it.</summary>
    public bool MayPermit { get; init; }

    public IReadOnlyList<string> RolesOffered => EveryRole;
    public IReadOnlyCollection<string> Roles { get; init; } = [];
    public IReadOnlyCollection<string> AllRowsRoles { get; init; } = [];
    public OwnRows Filter { get; init; } = OwnRows.None;
    public IReadOnlyList<(string Key, string Title)> MemberAttributes { get; init; } = [];
    public IReadOnlyList<LoadLine> Loads { get; init; } = [];
    public IReadOnlyList<string> Samples { get; init; } = [];
    public IReadOnlyList<string> Errors { get; init; } = [];
    /// <summary>What was typed and not saved.</summary>
    public TypedForm Typed { get; init; } = TypedForm.Fresh;
    /// <summary>Its measures as they were defined, those that no longer hold included.</summary>
    public IReadOnlyList<NamedMeasure> Defined { get; init; } = [];
    /// <summary>Its relations as they were declared, those that do not stand included.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];
    /// <summary>Which of them lead to a key that several rows have, by their names.</summary>
    public IReadOnlyDictionary<string, RepeatedKey> Repeated { get; init; } = new Dictionary<string, RepeatedKey>();
    /// <summary>What a column may name: the identity columns of other datasets, as <c>dataset.column</c>.</summary>
    public IReadOnlyList<(string Key, string Title)> Targets { get; init; } = [];
    /// <summary>What is known of a definition, by its row and text.</summary>
    public Func<int, string, MeasureCheckView> CheckOf { get; init; } = (row, text) => new MeasureCheckView(row, text, null, null);

    /// <summary>The load that is under way or has just failed.</summary>
    public LoadingView? Running { get; init; }
}

/// <summary>The row filter that the form can say: a column equals something about the reader.</summary>
/// <param name="Complex">Another one, which only a program can change.</param>
public sealed record OwnRows(string? Field, string? Member, bool Complex)
{
    public static OwnRows None { get; } = new(null, null, false);

    internal static OwnRows Of(string? filter)
    {
        if (filter is null) return None;
        var read = RowFilter.Read(filter);
        return read is { Any: null, Op: FilterOp.Equal, Field: { } field } && RowFilter.MemberOf(read) is { } member ? new(field, member, false) : new(null, null, true);
    }
}

/// <summary>One line of the record of loads.</summary>
/// <param name="Word">How it came in, or that it failed.</param>
/// <param name="Skipped">How many rows were left out, if any.</param>
public sealed record LoadLine(string Word, string At, string FileName, string Rows, string? Skipped, string? ErrorsUrl);
