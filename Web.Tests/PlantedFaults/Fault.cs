using Microsoft.Extensions.DependencyInjection;
using Web.Tests.Walls;

namespace Web.Tests.PlantedFaults;

/// <summary>One fault, planted alone, and the checks that must turn red for it.</summary>
internal sealed record Fault(string Name, params string[] Checks)
{
    /// <summary>What is done to the copy of the database, as a superuser.</summary>
    public string? Sql { get; init; }

    /// <summary>What is put in place of the app's own, in the test's host only.</summary>
    public Action<IServiceCollection, Neighbours>? Replace { get; init; }

    /// <summary>Row-level security is taken away as well, so that only the app's own wall stands: each wall must hold alone.</summary>
    public bool FirstWallAlone { get; init; }

    public bool NeedsApp => Replace is not null || Checks.Any(check => !WallChecks.OfTheDatabase.ContainsKey(check));
}
