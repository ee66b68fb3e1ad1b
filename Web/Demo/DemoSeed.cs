using Microsoft.Extensions.Options;
using Web.Tenancy;

namespace Web.Demo;

/// <summary>Makes the two demo companies before the first request is served, and says who may sign in.</summary>
internal sealed partial class DemoSeed(
    DemoCompanies companies, PublicData.DemoDatasets datasets, TenantDirectory directory, IOptions<TenancyOptions> tenancy, IHostApplicationLifetime lifetime, ILogger<DemoSeed> logger) : IHostedService
{
    public const string Password = "tsumugi-demo-2026";
    private static readonly DemoRecipe[] Recipes = [Aoba.Recipe, Kurosawa.Recipe];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var recipe in Recipes)
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            var made = await companies.SeedAsync(recipe, Password, cancellationToken);
            var loaded = await datasets.LoadAsync(await directory.FindAsync(recipe.Slug, cancellationToken) ?? throw new InvalidOperationException($"{recipe.Slug} is gone."), cancellationToken);
            if (made || loaded > 0) LogMade(recipe.Name, System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, loaded);
        }
        lifetime.ApplicationStarted.Register(() => Console.Write(Welcome()));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Welcome() => string.Concat(Recipes.Select(recipe =>
        $"\n{recipe.Name}   {tenancy.Value.AddressOf(recipe.Slug)}   password: {Password}\n"
        + string.Concat(recipe.People.Select(person => $"  {person.Role.ToString().ToLowerInvariant(),-10} {recipe.EmailOf(person),-28} {person.Name}\n"))));

    [LoggerMessage(LogLevel.Information, "Made the demo company {Name} in {Seconds:0.0} s, with {Datasets} public datasets")]
    private partial void LogMade(string name, double seconds, int datasets);
}
