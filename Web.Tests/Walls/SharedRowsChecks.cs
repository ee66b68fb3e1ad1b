using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Web.Access;
using Web.Semantics;
using Web.Tests.Insights.Datasets;
using Web.Tests.Support;

namespace Web.Tests.Walls;

/// <summary>Rows that are shared between equal queries are those of everybody who gets them.</summary>
internal static class SharedRowsChecks
{
    public static async Task SharedRowsAreTheirReadersOwnAsync(Plot plot)
    {
        await using var held = await HeldRows.HoldAsync(plot.Superuser);
        await OneReadingIsOneCompanysAsync(plot, held);
        await held.LetGoAsync();
        await WhatIsKeptIsForTheSameRightsAsync(plot, held);
        var program = await plot.People.A.Company.At(plot.App).ProgramAsync(Role.Owner);
        await WhatIsKeptIsOfTheRowsThatAreThereAsync(program);
        await WhoMayNotUseItIsNotAnsweredAsync(plot, program);
    }

    private static async Task OneReadingIsOneCompanysAsync(Plot plot, HeldRows held)
    {
        var (a, b) = (plot.People.A, plot.People.B);
        await using var mine = await ChartSeat.TakeAsync(plot.App, a.Company.Id);
        await using var theirs = await ChartSeat.TakeAsync(plot.App, b.Company.Id);
        var asked = new[] { mine.TableAsync(held.Companies(null)), theirs.TableAsync(held.Companies(null)) };
        await held.LetGoAsync();
        var names = (await Task.WhenAll(asked)).Select(result => result.Rows.Single()[0]);
        Assert.Equal([a.Company.Tenant.Name, b.Company.Tenant.Name], names);
    }

    private static async Task WhatIsKeptIsForTheSameRightsAsync(Plot plot, HeldRows held)
    {
        var name = JsonSerializer.SerializeToElement(plot.People.A.Company.Tenant.Name);
        await using var seat = await ChartSeat.TakeAsync(plot.App, plot.People.A.Company.Id);
        Assert.Equal(1, (await seat.TableAsync(held.Companies("kept", ChartFilter.On("name", FilterOp.Equal, name)))).RowCount);
        Assert.Equal(0, (await seat.TableAsync(held.Companies("kept", ChartFilter.On("name", FilterOp.Equal, JsonSerializer.SerializeToElement("nobody"))))).RowCount);
        foreach (var (word, rows) in new[] { (name.GetString(), 1), ("nobody", 0) })
        {
            var query = new { chart_type = "bar", dataset = "companies", dimensions = new[] { new { field = "name" } }, measures = new[] { new { aggregate = "count" } }, filters = new[] { new { field = "name", op = "=", value = word } } };
            Assert.Equal(rows, (await seat.TableAsync(held.Companies("kept"), JsonSerializer.Serialize(query))).RowCount);
        }
    }

    private static async Task WhatIsKeptIsOfTheRowsThatAreThereAsync(HttpClient program)
    {
        var key = NewKey();
        await program.UploadedAsync(key, "Place,People\nHill,1\n");
        Assert.Equal("[[\"Hill\",1]]", await program.ChartAsync(key, "place", "people"));
        await Uploading.JsonAsync(await program.UploadAsync(key, "Place,People\nTown,2\n", ("mode", "append")), HttpStatusCode.Created);
        Assert.Equal("[[\"Town\",2],[\"Hill\",1]]", await program.ChartAsync(key, "place", "people"));
    }

    private static async Task WhoMayNotUseItIsNotAnsweredAsync(Plot plot, HttpClient program)
    {
        var key = NewKey();
        var analyst = await plot.People.A.Company.At(plot.App).ProgramAsync(Role.Analyst);
        await program.UploadedAsync(key, "Place,People\nHill,1\n");
        await program.PatchAsync(key, new { access = new { roles = new[] { "manager" } } });
        var query = new { chart_type = "column", dataset = key, dimensions = new[] { new { field = "place" } }, measures = new[] { new { aggregate = "count" } } };
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsJsonAsync("/api/v1/charts/render", new { query })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.PostAsJsonAsync("/api/v1/charts/render", new { query })).StatusCode);
    }

    private static string NewKey() => $"shared_{Guid.CreateVersion7():N}";
}
