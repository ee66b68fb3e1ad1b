using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Insights.Datasets;
using Web.Tests.Crm;
using Web.Tests.Insights.Datasets;
using Web.Tests.Support;

namespace Web.Tests.Insights.Assistant.Behind;

/// <summary>The source rows behind a mark: those, no others, and of no other reader.</summary>
public sealed class RowsBehindTests(TestInstallation installation)
{
    private const string Sales = "Day,Region,Amount\n2026-01-05,East,10\n2026-01-20,East,20\n2026-02-03,West,40\n2026-02-04,,80\n";

    [Fact]
    public async Task A_bucket_a_group_without_a_value_and_a_bin_lead_to_their_rows()
    {
        var company = await TestTenant.MakeAsync(installation);
        await (await company.ProgramAsync(Role.Owner)).UploadedAsync("sales", Sales);
        var analyst = await company.BrowserAsync(Role.Analyst);
        var page = await FollowAsync(analyst, await analyst.PostAsync("/ask", "/ask", fragment: false, ("utterance", "amount by region in sales")));
        Assert.Equal([["10", "20"], ["40"], ["80"]], (await BehindAsync(analyst, page)).OrderBy(amounts => amounts[0], StringComparer.Ordinal));
        var form = page.QuerySelector("[data-slot='/dimensions/0'] a[href*='/ask/chip']")!.GetAttribute("href")!;
        var months = await FollowAsync(analyst, await analyst.SubmitAsync(await analyst.OpenAsync(form), form, ("field", "day"), ("grain", "month")));
        Assert.Equal([["10", "20"], ["40", "80"]], (await BehindAsync(analyst, months)).OrderBy(amounts => amounts[0], StringComparer.Ordinal));
        form = months.QuerySelector("[data-slot='/dimensions/0'] a[href*='/ask/chip']")!.GetAttribute("href")!;
        var bins = await FollowAsync(analyst, await analyst.SubmitAsync(await analyst.OpenAsync(form), form, ("field", "amount"), ("bin", "width"), ("bin_size", "50")));
        Assert.Equal([["10", "20", "40"], ["80"]], (await BehindAsync(analyst, bins)).OrderBy(amounts => amounts[0], StringComparer.Ordinal));
    }

    [Fact]
    public async Task Row_filters_hold_and_files_take_their_permission()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("sales", Sales);
        await owner.PatchAsync("sales", new { row_filter = new { field = "region", op = "=", value = "East" }, columns = new[] { new { name = "day", hidden = false } } });
        var (analyst, member) = (await company.BrowserAsync(Role.Analyst), await company.BrowserAsync(Role.Member));
        var page = await FollowAsync(analyst, await analyst.PostAsync("/ask", "/ask", fragment: false, ("utterance", "amount by region in sales")));
        var turn = page.QuerySelector("#marks input[name=turn]")!.GetAttribute("value")!;
        var west = await analyst.OpenAsync($"/ask/rows?turn={turn}&k=" + Uri.EscapeDataString("""["West"]"""));
        Assert.Null(west.QuerySelector("tbody"));
        var all = await analyst.OpenAsync($"/ask/rows?turn={turn}&k=" + Uri.EscapeDataString("[true]"));
        Assert.Equal(2, all.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.OK, (await analyst.Client.GetAsync(all.QuerySelector("a[download]")!.GetAttribute("href"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Client.GetAsync($"/ask/rows?turn={turn}&k=East")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Client.GetAsync($"/ask/rows?turn={turn}&k=[true]&after=%00")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Client.GetAsync($"/ask/rows?turn={turn}&k=[true]")).StatusCode);

        var own = await FollowAsync(member, await member.PostAsync("/ask", "/ask", fragment: false, ("utterance", "amount by region in sales")));
        var address = $"turn={own.QuerySelector("#marks input[name=turn]")!.GetAttribute("value")}&k=[true]";
        Assert.Null((await member.OpenAsync("/ask/rows?" + address)).QuerySelector("a[download]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Client.GetAsync("/ask/rows/csv?" + address)).StatusCode);
    }

    [Fact]
    public async Task Rows_that_take_too_long_are_said_to()
    {
        var company = await TestTenant.MakeAsync(installation);
        await (await company.ProgramAsync(Role.Owner)).UploadedAsync("sales", Sales);
        var analyst = await company.BrowserAsync(Role.Analyst);
        var page = await FollowAsync(analyst, await analyst.PostAsync("/ask", "/ask", fragment: false, ("utterance", "amount by region in sales")));
        var turn = page.QuerySelector("#marks input[name=turn]")!.GetAttribute("value")!;
        var load = await company.WorkAsync(db => db.UploadedDatasets.Select(one => one.LoadId!.Value).SingleAsync());
        await using var other = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        await using var holder = await other.OpenConnectionAsync();
        await using var held = await holder.BeginTransactionAsync();
        var table = DatasetRows.NameOf(company.Id, load);
        await using (var hold = new NpgsqlCommand($"lock table {table} in access exclusive mode", holder)) await hold.ExecuteNonQueryAsync();
        var slow = analyst.Client.GetAsync($"/ask/rows?turn={turn}&k=[true]");
        // What stops a statement at its time limit stops it at once here.
        await Eventually.TrueAsync(async () =>
        {
            await using var stop = other.CreateCommand($"select count(pg_cancel_backend(pid)) from pg_locks where relation = '{table}'::regclass and not granted");
            return (long)(await stop.ExecuteScalarAsync())! > 0;
        });
        var answer = await slow;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("took too long", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The amounts behind each line of the chart's table.</summary>
    private static async Task<List<List<string>>> BehindAsync(Browser browser, IHtmlDocument page)
    {
        var turn = page.QuerySelector("#marks input[name=turn]")!.GetAttribute("value");
        List<List<string>> all = [];
        foreach (var mark in page.QuerySelectorAll(".rows tbody .mark-rows").Select(button => button.GetAttribute("value")!))
        {
            var behind = await browser.OpenAsync($"/ask/rows?turn={turn}&k={Uri.EscapeDataString(mark)}");
            all.Add([.. behind.QuerySelectorAll("tbody tr").Select(line => line.QuerySelectorAll("td")[^1].TextContent.Trim())]);
        }
        return all;
    }

    private static async Task<IHtmlDocument> FollowAsync(Browser browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await browser.OpenAsync(answer.Headers.Location!.OriginalString);
    }
}
