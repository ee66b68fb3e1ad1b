using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;

namespace Web.Crm;

/// <summary>Somebody in the company, as others see them.</summary>
public sealed record Colleague(Guid Id, string Name, bool Active);

/// <summary>Everybody in the company: the names of owners, and who work can be given to.</summary>
public sealed class People(IReadOnlyList<Colleague> all)
{
    private readonly Dictionary<Guid, Colleague> byId = all.ToDictionary(one => one.Id);

    public IEnumerable<Colleague> Active => all.Where(one => one.Active);

    public string? NameOf(Guid? id) => id is { } known && byId.TryGetValue(known, out var one) ? one.Name : null;
}

public static class PeopleOfCompany
{
    public static ValueTask<People> PeopleAsync(this AppDb db, CancellationToken cancellation) => db.RememberedAsync(
        async stop => new People(await db.Members.OrderBy(member => member.Name).ThenBy(member => member.Id)
            .Select(member => new Colleague(member.Id, member.Name, member.DeactivatedAt == null)).ToListAsync(stop)), cancellation);
}
