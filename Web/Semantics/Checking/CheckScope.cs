using Web.Kernel;

namespace Web.Semantics.Checking;

/// <summary>What every part of a check needs: the contract, the tenant's time and where faults go.</summary>
internal sealed record CheckScope(DatasetContract Contract, Calendar Calendar, DateOnly Today, FaultList Faults)
{
    /// <summary>The column called <paramref name="field"/>; a fault at <paramref name="pointer"/> and null when there is none.</summary>
    public Column? Column(string? field, string pointer)
    {
        if (string.IsNullOrEmpty(field)) Faults.Add(pointer, "field_missing");
        else if (Contract.Find(field) is { } column) return column;
        else Faults.Add(pointer, "field_not_found", Shown(field), Contract.Key);
        return null;
    }

    /// <summary>A name from outside, short enough for a message.</summary>
    public static string Shown(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}

/// <summary>Faults in the order in which they are found.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> all = [];
    private (string From, string To)? moved;

    public IReadOnlyList<Fault> All => all;

    public bool Any => all.Count > 0;

    public void Add(string pointer, string code, params IReadOnlyList<string> args) => all.Add(new Fault(Written(pointer), code, args));

    /// <summary>What is at <paramref name="from"/> now was written at <paramref name="to"/>, where its author looks for faults.</summary>
    public void Move(string from, string to) => moved = (from, to);

    private string Written(string pointer) => moved is var (from, to) && pointer.StartsWith(from + "/", StringComparison.Ordinal) ? to + pointer[from.Length..] : pointer;
}
