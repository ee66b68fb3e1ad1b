using Microsoft.Extensions.Options;
using Web.Tenancy;

namespace Web.Demo;

/// <summary>Makes the two demo companies before the first request is served, and says who may sign in.</summary>
internal sealed partial class DemoSeed(
    DemoCompanies companies, IOptions<TenancyOptions> tenancy, IHostApplicationLifetime lifetime, ILogger<DemoSeed> logger) : IHostedService
{
    public const string Password = "tsumugi-demo-2026";
    private static readonly DemoRecipe[] Recipes = [Aoba.Recipe, Kurosawa.Recipe];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var recipe in Recipes)
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            if (await companies.SeedAsync(recipe, Password, cancellationToken)) LogMade(recipe.Name, System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        lifetime.ApplicationStarted.Register(() => Console.Write(Welcome()));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Welcome() => string.Concat(Recipes.Select(recipe =>
        $"\n{recipe.Name}   {tenancy.Value.AddressOf(recipe.Slug)}   password: {Password}\n"
        + string.Concat(recipe.People.Select(person => $"  {person.Role.ToString().ToLowerInvariant(),-10} {recipe.EmailOf(person),-28} {person.Name}\n"))));

    [LoggerMessage(LogLevel.Information, "Made the demo company {Name} in {Seconds:0.0} s")]
    private partial void LogMade(string name, double seconds);
}
