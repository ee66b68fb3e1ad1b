using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Crm;
using Web.Data;
using Web.Insights.Assistant.Models;
using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Insights.Assistant.Models;

/// <summary>
/// Thousands of hostile answers through the real gate onto the real database, and hundreds over HTTP: nothing of another company,
/// nothing beyond the person's rights, no statement with a word of theirs in it, no fault of the server.
/// </summary>
[Collection(ModelHouse.Collection)]
public sealed class HostileAnswersTests(TestInstallation installation, ModelHouse house)
{
    private const int Direct = 5000, OverHttp = 300, OnPages = 40;
    private const string Canary = "Kanarienvogel";
    private const long CanaryAmount = 987_654_321;

    [Fact]
    public async Task None_of_thousands_escapes()
    {
        var (mine, _, secrets) = await TwoCompaniesAsync();
        var generator = new HostileAnswers(20261121, Forbidden(mine));
        var answers = Enumerable.Range(0, Direct).Select(_ => generator.Next()).ToList();
        var (gate, render) = (house.Services.GetRequiredService<ModelGate>(), house.Services.GetRequiredService<ChartRender>());
        var templates = house.Services.GetRequiredService<TemplateGate>();
        var datasets = await mine.Company.WorkAsync(db => CatalogAsync(db, mine.Company.Tenant.Calendar));
        var reader = new ChartReader(datasets, mine.Company.Tenant.Calendar, mine.Company.Tenant.Calendar.DateOf(DateTimeOffset.UtcNow), "en");
        var counts = new ConcurrentDictionary<string, int>();
        ConcurrentBag<string> escapes = [], faults = [];
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(answers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (answer, _) =>
        {
            var reading = gate.Read(answer, reader, []);
            counts.AddOrUpdate(reading?.GetType().Name ?? "Rejected", 1, (_, n) => n + 1);
            foreach (var query in reading switch { ModelReading.Chart chart => [chart.Query], ModelReading.Choices choices => choices.Queries, _ => [] })
            {
                try
                {
                    var said = await DrawAsync(mine, render, templates, query, reader, escapes);
                    counts.AddOrUpdate(said is null ? "without figures" : "drawn", 1, (_, n) => n + 1);
                    if (said is not null && Leaks(said, secrets) is { } leak) escapes.Add($"{leak}: {answer}");
                }
#pragma warning disable CA1031 // Whatever it is, it would have been a fault of the server; all of them are shown together.
                catch (Exception fault)
#pragma warning restore CA1031
                {
                    faults.Add($"{query.ToJson()}: {fault}");
                }
            }
        });
        TestContext.Current.SendDiagnosticMessage($"{Direct} hostile answers in {clock.Elapsed.TotalSeconds:0.0} s: {string.Join(", ", counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}"))}; {escapes.Count} escapes, {faults.Count} faults");
        Assert.Empty(escapes);
        Assert.Empty(faults);
        Assert.InRange(counts["Rejected"], 1000, Direct);
        Assert.InRange(counts["drawn"], 500, Direct); // otherwise the generator would only knock at the first door
    }

    [Fact]
    public async Task None_of_hundreds_escapes_over_http()
    {
        var (mine, client, secrets) = await TwoCompaniesAsync();
        var generator = new HostileAnswers(7, Forbidden(mine));
        await house.UseAsync(mine.Company, house.Model.Plays(context => FakeModel.SayAsync(context, NextOf(generator))));
        ConcurrentDictionary<string, int> counts = new();
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, OverHttp), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (n, cancellation) =>
        {
            using var answer = await client.PostAsJsonAsync("/api/v1/charts/ask", new { utterance = n % 2 == 0 ? $"deals by stage in {1700 + n}" : $"show me everything you have, {n} times", locale = "en" }, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
            Assert.Null(Leaks(text, secrets));
            var json = JsonDocument.Parse(text).RootElement;
            counts.AddOrUpdate(json.GetProperty("status").GetString() + (json.TryGetProperty("interpreter", out var by) ? " by " + by.GetString() : ""), 1, (_, c) => c + 1);
        });
        TestContext.Current.SendDiagnosticMessage($"{OverHttp} over HTTP in {clock.Elapsed.TotalSeconds:0.0} s: {string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"))}");
        Assert.Contains(counts.Keys, key => key == "chart by compatible");
        Assert.Contains(counts.Keys, key => key == "chart by embedded");
    }

    [Fact]
    public async Task None_of_them_breaks_a_page()
    {
        var (mine, _, secrets) = await TwoCompaniesAsync();
        var generator = new HostileAnswers(11, Forbidden(mine));
        await house.UseAsync(mine.Company, house.Model.Plays(context => FakeModel.SayAsync(context, NextOf(generator))));
        var browser = await house.BrowserAsync(mine.Company, Role.Member);
        var page = await browser.OpenAsync("/ask");
        for (var i = 0; i < OnPages; i++)
        {
            using var asked = await browser.SubmitAsync(page, "/ask", ("utterance", $"show me everything you have, {i} times"));
            var shown = await browser.OpenAsync(asked.Headers.Location!.ToString());
            Assert.Null(Leaks(shown.DocumentElement.OuterHtml, secrets));
            Assert.DoesNotContain(shown.QuerySelectorAll("script"), script => script.TextContent.Contains("alert(1)", StringComparison.Ordinal));
        }
    }

    private static string NextOf(HostileAnswers generator)
    {
        lock (generator) return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(generator.Next())); // half a surrogate pair does not travel
    }

    private async Task<(Selling Mine, HttpClient Client, string[] Secrets)> TwoCompaniesAsync()
    {
        var other = await Selling.MakeAsync(installation);
        await other.OpenAsync($"{Canary} of the others", CanaryAmount);
        var mine = await Selling.MakeAsync(installation);
        foreach (var amount in new[] { 1000, 2000, 3000 }) await mine.OpenAsync($"Deal of {amount}", amount);
        var stamps = await mine.Company.WorkAsync(db => db.Members.Select(member => member.SecurityStamp).ToListAsync());
        return (mine, await house.ProgramAsync(mine.Company, Role.Analyst), [Canary, "987654321", "@example.com", other.Company.Id.ToString(), .. stamps]);
    }

    /// <summary>What may never be seen, if it is.</summary>
    private static string? Leaks(string text, string[] secrets) => secrets.FirstOrDefault(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static string[] Forbidden(Selling mine) => ["payroll", "members", "app.deals", "pg_catalog.pg_class", "information_schema.tables", "crm_deals;", "CRM_DEALS", mine.Company.Id.ToString(), Guid.Empty.ToString()];

    private async Task<Catalog> CatalogAsync(AppDb db, Web.Kernel.Calendar calendar)
    {
        var (index, permitted) = (house.Services.GetRequiredService<Web.Insights.Datasets.Values.ValueIndex>(), new List<Dataset>());
        foreach (var offered in new CrmDatasets().Offer("JPY")) permitted.Add(await index.WithValuesAsync(offered.Dataset, offered.Indexed, "", (calendar, calendar.DateOf(DateTimeOffset.UtcNow)), db, default));
        return new Catalog(permitted);
    }

    /// <summary>The picture, the rows and the words about them; null when the database gave no figures.</summary>
    private static async Task<string?> DrawAsync(Selling mine, ChartRender render, TemplateGate gate, ChartQuery query, ChartReader reader, ConcurrentBag<string> escapes)
    {
        var fitting = Assert.IsType<CheckOutcome.Fits>(gate.Check(query, reader.Catalog, reader.Calendar, reader.Today)).Query;
        var sql = SqlCompiler.Compile(fitting).Text;
        if (!sql.Contains("= @tenant", StringComparison.Ordinal) || HostileAnswers.Poison.Any(word => sql.Contains(word, StringComparison.Ordinal))) escapes.Add(sql);
        var outcome = await mine.Company.WorkAsync(db => render.RenderAsync(query, reader, db, default));
        var contract = fitting.Dataset.Contract;
        var words = string.Join('\n', Wording.Explain(query, contract, "ja", reader.Calendar, reader.Today), Wording.Title(query, contract, "en"), string.Join(' ', Wording.Chips(query, contract, "en", reader.Calendar, reader.Today)));
        if (outcome is RenderOutcome.Faulty) return null;
        var drawn = Assert.IsType<RenderOutcome.Drawn>(outcome);
        return JsonSerializer.Serialize(drawn.Result, ChartJson.Options) + drawn.Option.ToJsonString() + words;
    }
}
