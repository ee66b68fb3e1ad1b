using System.ComponentModel.DataAnnotations.Schema;
using Web.Access;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Values;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Datasets;

/// <summary>
/// A dataset that somebody uploaded: its contract as people edit it, whose it is to use, and the load whose table holds its rows.
/// It exists for readers once a load stands.
/// </summary>
public sealed class UploadedDataset : IBinned
{
    private string contractText = "{}", valuesText = "{}";
    private DatasetContract? contract;
    private KnownValues? values;

    private UploadedDataset()
    {
    }

    public Guid Id { get; private init; }
    public string Key { get; private init; } = "";
    /// <summary>The contract without what changes by itself (rows, values); its columns are c1, c2, … in this order.</summary>
    [NotMapped]
    public DatasetContract Contract
    {
        get => contract ??= DatasetJson.Read<DatasetContract>(ContractText);
        private set => (ContractText, contract) = (DatasetJson.Write(value), value);
    }

    internal string ContractText { get => contractText; private set => (contractText, contract) = (value, null); }

    /// <summary>What each column is stored as; a contract may show it as something else.</summary>
    public string[] Kinds { get; private set; } = [];
    /// <summary>Who may use it; empty: everybody who may use datasets.</summary>
    public string[] Roles { get; private set; } = [];
    /// <summary>For whom the row filter does not hold.</summary>
    public string[] AllRowsRoles { get; private set; } = [];
    /// <summary>The JSON of a <see cref="Datasets.Access.RowFilter"/>.</summary>
    public string? RowFilter { get; private set; }
    /// <summary>Every value of the text columns that have few, for readers who see all rows.</summary>
    [NotMapped]
    public KnownValues KnownValues
    {
        get => values ??= new KnownValues(DatasetJson.Read<Dictionary<int, IReadOnlyList<string>>>(KnownValuesText));
        private set => (KnownValuesText, values) = (DatasetJson.Write(value.ByPlace), value);
    }

    internal string KnownValuesText { get => valuesText; private set => (valuesText, values) = (value, null); }

    /// <summary>The columns whose values are kept to be looked up, all of them; the others are listed, or no names.</summary>
    public short[] LookedUp { get; private set; } = [];
    /// <summary>By which <see cref="ValueKeys.Edition"/> they are kept; 0: nobody looked yet.</summary>
    public int ValuesEdition { get; private set; }
    public long RowCount { get; private set; }
    public DateTimeOffset? RefreshedAt { get; private set; }
    /// <summary>The load that made the table of its rows; null: the first is still on its way.</summary>
    public Guid? LoadId { get; private set; }
    /// <summary>The load under way; there is never more than one.</summary>
    public Guid? LoadingId { get; private set; }
    public Guid? MadeBy { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }
    /// <summary>Changes with every write of the row; what an ETag is made from.</summary>
    public uint Version { get; private init; }

    /// <summary>Whether every value of a column can be looked up.</summary>
    public bool LooksUp(int place) => ValuesEdition == ValueKeys.Edition && LookedUp.Contains((short)place);

    /// <summary>The text columns whose values are not listed.</summary>
    internal IEnumerable<int> Unlisted => Enumerable.Range(0, Kinds.Length).Where(place => Kinds[place] == "text" && KnownValues.At(place) is null);

    internal void LookUp(short[] places) => (LookedUp, ValuesEdition) = (places, ValueKeys.Edition);

    /// <summary>Takes a name for rows that are on their way.</summary>
    internal static UploadedDataset Reserve(string key, DatasetLoad load, DateTimeOffset now) => new()
    {
        Id = load.DatasetId, Key = key, Contract = new DatasetContract { Key = key, Columns = [] }, LoadingId = load.Id, MadeBy = load.MemberId, CreatedAt = now, UpdatedAt = now,
    };

    public bool IsFor(Role role) => Access.IsFor(role);

    /// <summary>Whose it is to use.</summary>
    [NotMapped]
    public DatasetAccess Access => new(Roles, AllRowsRoles, RowFilter, Version);

    internal void Await(DatasetLoad load) => LoadingId = load.Id;

    /// <summary>What was on its way did not come.</summary>
    internal void StopWaiting() => LoadingId = null;

    /// <summary>Its rows are from now on those of one load.</summary>
    internal void StandOn(DatasetLoad load, DatasetContract contract, string[] kinds, KnownValues values, DateTimeOffset now)
    {
        (Contract, Kinds, KnownValues, LoadId, LoadingId, RowCount) = (contract, kinds, values, load.Id, null, load.RowsLoaded);
        RefreshedAt = UpdatedAt = now;
    }

    /// <summary>A load was added to its rows.</summary>
    internal void Grow(DatasetLoad load, KnownValues values, DateTimeOffset now)
    {
        (KnownValues, LoadingId, RowCount) = (values, null, RowCount + load.RowsLoaded);
        RefreshedAt = UpdatedAt = now;
    }

    internal void Describe(DatasetContract contract, DateTimeOffset now) => (Contract, UpdatedAt) = (contract, now);

    internal void Permit(IEnumerable<string> roles, IEnumerable<string> allRows, DateTimeOffset now) => (Roles, AllRowsRoles, UpdatedAt) = ([.. roles], [.. allRows], now);

    internal void FilterRows(string? filter, DateTimeOffset now) => (RowFilter, UpdatedAt) = (filter, now);

    internal void PutInBin(DateTimeOffset now) => DeletedAt ??= UpdatedAt = now;

    internal void TakeFromBin(DateTimeOffset now) => (DeletedAt, UpdatedAt) = (null, now);

    internal static string Word(Role role) => role.ToString().ToLowerInvariant();
}
