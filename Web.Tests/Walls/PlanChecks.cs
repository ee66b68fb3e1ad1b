using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Models;
using Web.Insights.Review;
using Web.Semantics;

namespace Web.Tests.Walls;

/// <summary>What was proposed or reviewed for one company, or for one person's rights, is nobody else's.</summary>
internal static class PlanChecks
{
    private static readonly ChartQuery Query = new() { ChartType = ChartType.Bar, Dataset = "crm_deals", Dimensions = [new ChartDimension("stage")], Measures = [new ChartMeasure(null, Aggregates.Count)] };

    public static Task APlanIsItsReadersOwnAsync(Plot plot)
    {
        var plans = plot.App.Services.GetRequiredService<KeptPlans>();
        var (a, b) = (plot.People.A.Company.Id, plot.People.B.Company.Id);
        var key = new PlanKey(a, "rights", $"words {Guid.NewGuid()}", "en", "");
        plans.Keep(key, new ModelReading.Chart(Query));
        Assert.NotNull(plans.Find(key));
        foreach (var other in new[] { key with { Tenant = b }, key with { Rights = "fewer" }, key with { Words = "others" }, key with { Locale = "ja" }, key with { Previous = "{}" } })
            Assert.True(plans.Find(other) is null, $"A plan of {key} was found for {other}.");
        return Task.CompletedTask;
    }

    public static async Task AnExampleIsItsCompanysOwnAsync(Plot plot)
    {
        var (a, b) = (plot.People.A, plot.People.B);
        var words = $"the thing of {Guid.CreateVersion7():N}";
        await WorkAsync(plot, b, db =>
        {
            db.ReviewedExamples.Add(ReviewedExample.Of(words, Query, b.Company.People[Role.Owner], DateTimeOffset.UtcNow));
            return db.SaveChangesAsync();
        });
        Assert.Equal((0, 1), (await WorkAsync(plot, a, CountAsync), await WorkAsync(plot, b, CountAsync)));
        var answers = new[] { await AskAsync(a), await AskAsync(b) };
        Assert.DoesNotContain("analysts", answers[0], StringComparison.Ordinal);
        Assert.Contains("analysts", answers[1], StringComparison.Ordinal);

        Task<int> CountAsync(AppDb db) => db.ReviewedExamples.CountAsync(example => example.Words == words);

        async Task<string> AskAsync(Neighbour company) =>
            (await company.Program.SendAsync(plot.App, company.Host, "POST", "/api/v1/charts/ask", new { utterance = words, locale = "en" })).Body;
    }

    private static async Task<T> WorkAsync<T>(Plot plot, Neighbour company, Func<AppDb, Task<T>> act)
    {
        await using var services = plot.App.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(company.Company.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, TestContext.Current.CancellationToken);
        var result = await act(db);
        await work.CommitAsync(TestContext.Current.CancellationToken);
        return result;
    }
}
