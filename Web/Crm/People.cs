using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Ui;

namespace Web.Crm;

/// <summary>Somebody in the company, as others see them.</summary>
public sealed record Colleague(Guid Id, string Name, bool Active);

/// <summary>Everybody in the company: the names of owners, and who work can be given to.</summary>
public sealed class People(IReadOnlyList<Colleague> all)
{
    private readonly Dictionary<Guid, Colleague> byId = all.ToDictionary(one => one.Id);

    private readonly ConcurrentDictionary<Guid, HtmlString> avatars = new();

    public IEnumerable<Colleague> Active => all.Where(one => one.Active);

    /// <summary>Drawn once: a grid shows the same few people on every row.</summary>
    public HtmlString AvatarOf(Guid id) => byId.TryGetValue(id, out var one) ? avatars.GetOrAdd(id, static (id, name) => Avatar.Html(name, id), one.Name) : Avatar.Html(null, id);

    public string? NameOf(Guid? id) => id is { } known && byId.TryGetValue(known, out var one) ? one.Name : null;
}

public static class PeopleOfCompany
{
    public static ValueTask<People> PeopleAsync(this AppDb db, CancellationToken cancellation) => db.RememberedAsync(
        async stop => new People(await db.Members.OrderBy(member => member.Name).ThenBy(member => member.Id)
            .Select(member => new Colleague(member.Id, member.Name, member.DeactivatedAt == null)).ToListAsync(stop)), cancellation);
}
