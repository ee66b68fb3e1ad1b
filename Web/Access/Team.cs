using Web.Audit;
using Web.Kernel;

namespace Web.Access;

/// <summary>People who work together. Teams stand in a tree; whoever leads one sees what those in it and below have.</summary>
public sealed class Team(Guid id, string name) : IRecorded
{
    public const int LongestName = 120;

    public Guid Id { get; private set; } = id;
    public string Name { get; private set; } = name;
    public Guid? ParentId { get; private set; }
    public Guid? ManagerId { get; private set; }

    public string EntityName => "team";
    public string EventCategory => "access";

    /// <exception cref="RefusalException">422: a name is needed, of at most 120 characters.</exception>
    public void Rename(string? to)
    {
        if (string.IsNullOrWhiteSpace(to)) throw RefusalException.Invalid(new Fault("name", "required"));
        if (to.Trim().Length > LongestName) throw RefusalException.Invalid(new Fault("name", "too_long", LongestName));
        Name = to.Trim();
    }

    public void LedBy(Guid? manager) => ManagerId = manager;

    /// <summary>Stands below another from now on, or at the top.</summary>
    /// <param name="all">Every team of the company, this one included.</param>
    /// <exception cref="RefusalException">404 or 422: there is no such team; it stands below this one itself.</exception>
    public void StandBelow(Guid? parent, IReadOnlyDictionary<Guid, Team> all)
    {
        if (parent is { } above && !all.ContainsKey(above)) throw RefusalException.NotFound();
        for (var one = parent; one is { } up; one = all[up].ParentId)
            if (up == Id) throw RefusalException.Invalid(new Fault("parent", "team_below_itself"));
        ParentId = parent;
    }
}
