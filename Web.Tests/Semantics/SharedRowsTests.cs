using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Data;
using Web.Insights.Charts;
using Web.Semantics;
using Web.Tests.Support;

namespace Web.Tests.Semantics;

public sealed class SharedRowsTests(TestInstallation installation)
{
    private const string Edition = "first";

    [Theory]
    [InlineData(Edition)]
    [InlineData(null)]
    public async Task Equal_questions_at_one_time_are_read_once(string? edition)
    {
        await using var held = await HoldAsync();
        var company = await TestTenant.MakeAsync(installation);
        var seats = await SeatsAsync(company, 8);
        var asked = seats.Select((seat, i) => seat.AskAsync(held.Companies(edition), locale: i % 2 == 0 ? "en" : "ja")).ToList();
        await held.WaitForAsync(1);
        await held.LetGoAsync();
        var results = (await Task.WhenAll(asked)).Select(outcome => Assert.IsType<RenderOutcome.Drawn>(outcome).Result).ToList();
        Assert.Equal([false, .. Enumerable.Repeat(true, 7)], results.Select(result => result.Cached));
        Assert.All(results, result => Assert.Equal([company.Tenant.Name, 1L], Assert.Single(result.Rows)));
        Assert.Equal(["Name", "名前"], results.Select(result => result.Columns[0].Title).Take(2));
        Assert.Single(results.Select(result => result.AsOf).Distinct());
        Assert.Equal(edition is not null, (await AgainAsync(company, held.Companies(edition))).Cached); // kept, where it cannot be out of date
        await EndAsync(seats);
    }

    [Fact]
    public async Task Rows_that_may_change_are_not_shared_with_who_came_after_the_reading_began()
    {
        await using var held = await HoldAsync();
        var company = await TestTenant.MakeAsync(installation);
        var early = await SeatsAsync(company, 2);
        var first = early[0].TableAsync(held.Companies(null));
        var late = await SeatsAsync(company, 1);
        var second = late[0].TableAsync(held.Companies(null));
        await held.WaitForAsync(2);
        var third = early[1].TableAsync(held.Companies(null)); // was there before either
        await held.LetGoAsync();
        Assert.Equal([false, false, true], (await Task.WhenAll(first, second, third)).Select(result => result.Cached));
        await EndAsync([.. early, .. late]);
    }

    [Fact]
    public async Task Whoever_goes_away_takes_nothing_from_the_others()
    {
        await using var held = await HoldAsync();
        var company = await TestTenant.MakeAsync(installation);
        var seats = await SeatsAsync(company, 4);
        using CancellationTokenSource leader = new(), follower = new();
        var led = seats[0].AskAsync(held.Companies(Edition), cancellation: leader.Token);
        var gone = seats[1].AskAsync(held.Companies(Edition), cancellation: follower.Token);
        var stays = seats[2].TableAsync(held.Companies(Edition));
        await held.WaitForAsync(1);
        await leader.CancelAsync();
        await follower.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        var comes = seats[3].TableAsync(held.Companies(Edition));
        Assert.Equal(1, await held.CountAsync());
        await held.LetGoAsync();
        Assert.Equal([true, true], (await Task.WhenAll(stays, comes)).Select(result => result.Cached));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => led);
        await EndAsync(seats);
    }

    [Fact]
    public async Task A_reading_that_nobody_waits_for_ends_and_is_not_found_again()
    {
        await using var held = await HoldAsync();
        var company = await TestTenant.MakeAsync(installation);
        var seats = await SeatsAsync(company, 2);
        using var leaving = new CancellationTokenSource();
        var asked = seats.Select(seat => seat.AskAsync(held.Companies(Edition), cancellation: leaving.Token)).ToList();
        await held.WaitForAsync(1);
        await leaving.CancelAsync();
        foreach (var one in asked) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        await held.WaitForAsync(0);
        await held.LetGoAsync();
        Assert.False((await AgainAsync(company, held.Companies(Edition))).Cached);
        await EndAsync(seats);
    }

    [Fact]
    public async Task A_failure_is_told_to_those_who_wait_and_is_not_kept()
    {
        await using var held = await HoldAsync();
        var company = await TestTenant.MakeAsync(installation);
        var services = installation.App.Services;
        using var shared = new SharedRows(new QueryRunner(TimeProvider.System, TimeSpan.FromMilliseconds(300)), new Caches());
        var render = new ChartRender(services.GetRequiredService<ChartTemplates>(), services.GetRequiredService<TemplateGate>(), shared);
        var seats = await SeatsAsync(company, 2, render);
        foreach (var outcome in await Task.WhenAll(seats.Select(seat => seat.AskAsync(held.Companies(Edition)))))
            Assert.Equal("query_too_slow", Assert.Single(Assert.IsType<RenderOutcome.Faulty>(outcome).Faults).Code);
        await held.LetGoAsync();
        Assert.False((await AgainAsync(company, held.Companies(Edition), render)).Cached);
        Assert.True((await AgainAsync(company, held.Companies(Edition), render)).Cached);
        await EndAsync(seats);
    }

    [Fact]
    public async Task Who_follows_reads_alone_when_the_line_of_who_leads_is_cut()
    {
        await using var held = await HoldAsync();
        var company = await TestTenant.MakeAsync(installation);
        var seats = await SeatsAsync(company, 2);
        var led = seats[0].AskAsync(held.Companies(Edition));
        var followed = seats[1].TableAsync(held.Companies(Edition));
        await held.WaitForAsync(1);
        await held.CutAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => led);
        await held.LetGoAsync();
        Assert.Equal([company.Tenant.Name, 1L], Assert.Single((await followed).Rows));
        Assert.False((await followed).Cached);
        await EndAsync(seats);
    }

    [Fact]
    public async Task A_unit_of_work_that_writes_reads_for_itself()
    {
        await using var held = await HoldAsync();
        await held.LetGoAsync();
        var company = await TestTenant.MakeAsync(installation);
        Assert.False((await AgainAsync(company, held.Companies(Edition))).Cached);
        var render = installation.App.Services.GetRequiredService<ChartRender>();
        var query = new ChartQuery { ChartType = ChartType.BigNumber, Dataset = "companies", Measures = [new ChartMeasure(null, Aggregates.Count)] };
        var reader = new ChartReader(new Catalog([held.Companies(Edition)]), Web.Kernel.Calendar.Utc, new DateOnly(2026, 11, 20), "en");
        for (var i = 0; i < 2; i++)
        {
            var drawn = await company.WorkAsync(db => render.RenderAsync(query, reader, db, TestContext.Current.CancellationToken));
            Assert.False(Assert.IsType<RenderOutcome.Drawn>(drawn).Result.Cached);
        }
    }

    [Fact]
    public async Task Another_company_other_rows_and_another_edition_are_other_questions()
    {
        await using var held = await HoldAsync();
        await held.LetGoAsync();
        var (one, two) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        Dataset whole = held.Companies(Edition), own = held.Companies(Edition, Named(one.Tenant.Name)), none = held.Companies(Edition, Named("nobody"));
        foreach (var cached in new[] { false, true })
            foreach (var (dataset, rows) in new[] { (whole, 1), (own, 1), (none, 0) })
            {
                var result = await AgainAsync(one, dataset);
                Assert.Equal((rows, cached), (result.RowCount, result.Cached));
            }
        Assert.False((await AgainAsync(two, whole)).Cached);
        Assert.False((await AgainAsync(one, held.Companies("second"))).Cached);
    }

    private static ChartFilter Named(string name) => ChartFilter.On("name", FilterOp.Equal, System.Text.Json.JsonSerializer.SerializeToElement(name));

    private Task<HeldRows> HoldAsync() => HeldRows.HoldAsync(installation.Postgres.Superuser());

    private async Task<List<ChartSeat>> SeatsAsync(TestTenant company, int count, ChartRender? render = null)
    {
        List<ChartSeat> seats = [];
        while (seats.Count < count) seats.Add(await ChartSeat.TakeAsync(installation.App, company.Id, render));
        return seats;
    }

    private async Task<ResultTable> AgainAsync(TestTenant company, Dataset dataset, ChartRender? render = null)
    {
        await using var seat = await ChartSeat.TakeAsync(installation.App, company.Id, render);
        return await seat.TableAsync(dataset);
    }

    private static async Task EndAsync(List<ChartSeat> seats)
    {
        foreach (var seat in seats) await seat.DisposeAsync();
    }
}
