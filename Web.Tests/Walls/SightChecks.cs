using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Crm;
using Web.Crm.Accounts;
using Web.Crm.Activities;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Crm.Notes;
using Web.Crm.Tasks;
using Web.Kernel;
using Web.Tests.Support;

namespace Web.Tests.Walls;

/// <summary>A company whose members see their own records alone: one with some of their own, and a colleague's beside them.</summary>
internal sealed partial class Sighted
{
    public const string Hidden = "Zaibatsu", Own = "Minnow";

    private Sighted(TestTenant company, Browser member, Planted mine, Planted theirs) => (Company, Member, Mine, Theirs) = (company, member, mine, theirs);

    public TestTenant Company { get; }

    public Browser Member { get; }

    public Planted Mine { get; }

    public Planted Theirs { get; }

    public static async Task<Sighted> MakeAsync(TestApp app)
    {
        var company = await TestTenant.MakeAsync(app);
        var first = await company.WorkAsync(db =>
        {
            var now = NowOf(company, company.People[Role.Owner]);
            return Task.FromResult(db.Pipelines.Add(Pipeline.Lay("Sales", Rank.First, [new("Lead", 10), new("Quote", 50)], now)).Entity.Stages[0]);
        });
        var mine = await PlantAsync(company, first, company.People[Role.Member], Own);
        var theirs = await PlantAsync(company, first, company.People[Role.Manager], Hidden);
        await company.WorkAsync(db => // what one did oneself on a record that is a colleague's
        {
            var now = NowOf(company, company.People[Role.Member]);
            db.Activities.Add(Activity.Log(ActivityKind.Meeting, RecordKind.Deal, theirs.Deal, new ActivityStory($"{Hidden} visit"), now));
            db.Notes.Add(Note.Write(RecordKind.Deal, theirs.Deal, $"{Hidden} remark", now));
            return Task.FromResult(true);
        });
        await company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.tenants set record_sight = 'own' where tenant_id = {db.TenantId}"));
        return new Sighted(company, await company.BrowserAsync(Role.Member), mine, theirs);
    }

    /// <summary>What the database's own lists say to this member, and what a chart counts.</summary>
    public async Task<(string Texts, IReadOnlyDictionary<string, int> Counts)> LookAsync()
    {
        var texts = "";
        Dictionary<string, int> counts = [];
        foreach (var kind in new[] { "accounts", "contacts", "deals", "tasks" })
        {
            var text = await Member.Client.GetStringAsync($"/api/v1/{kind}?count=true&sort=-created_at");
            (texts, counts[kind]) = (texts + text, JsonDocument.Parse(text).RootElement.GetProperty("total").GetInt32());
        }
        foreach (var row in (await ChartAsync("crm_activities", "kind")).EnumerateArray()) counts[row[0].GetString()!] = row[1].GetInt32();
        foreach (var row in (await ChartAsync("crm_activities", "subject")).EnumerateArray()) texts += row[0].GetString();
        return (texts, counts);
    }

    /// <summary>Counts rows by one field, as the page asks for it.</summary>
    public async Task<JsonElement> ChartAsync(string dataset, string field)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/charts/render");
        request.Headers.Add("RequestVerificationToken", Token().Match(await Member.Client.GetStringAsync("/settings/preferences")).Groups["token"].Value);
        request.Content = JsonContent.Create(new { query = new { version = 1, chart_type = "bar", dataset, dimensions = new[] { new { field, role = "x" } }, measures = new[] { new { field = (string?)null, aggregate = "count" } } } });
        using var answer = await Member.Client.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("result").GetProperty("rows");
    }

    private static async Task<Planted> PlantAsync(TestTenant company, Stage stage, Guid owner, string name)
    {
        var now = NowOf(company, owner);
        var account = Account.Open(new AccountDetails { Name = $"{name} Heavy", OwnerId = owner }, now);
        var contact = Contact.Meet(new ContactDetails { FamilyName = $"{name} Person", AccountId = account.Id, OwnerId = owner }, now);
        var task = TaskItem.Plan(new TaskDetails { Title = $"{name} call", DueOn = now.Today, OwnerId = owner, AssigneeId = owner }, now);
        return await company.WorkAsync(async db =>
        {
            db.Accounts.Add(account);
            await db.SaveChangesAsync();
            var deal = Deal.Open($"{name} deal", stage, await db.FootAsync(stage, default), "JPY", owner, now);
            deal.SellTo(account.Id, now);
            db.Deals.Add(deal);
            db.Contacts.Add(contact);
            db.Tasks.Add(task);
            db.Activities.Add(Activity.Log(ActivityKind.Call, RecordKind.Account, account.Id, new ActivityStory($"{name} talk"), now));
            db.Notes.Add(Note.Write(RecordKind.Deal, deal.Id, $"{name} note", now));
            return new Planted(account.Id, contact.Id, deal.Id, task.Id);
        });
    }

    private static Moment NowOf(TestTenant company, Guid by) => Moment.Of(by, DateTimeOffset.UtcNow, company.Tenant.Calendar);

    [GeneratedRegex("name=\"antiforgery\" content=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}

internal sealed record Planted(Guid Account, Guid Contact, Guid Deal, Guid Task);

internal static class SightChecks
{
    /// <summary>Of a colleague's record neither a name nor an id nor a count, in any list, chart or event.</summary>
    public static async Task WhatIsNotOnesOwnIsNowhereAsync(Plot plot)
    {
        var place = await Sighted.MakeAsync(plot.App);
        var (texts, counts) = await place.LookAsync();
        Assert.DoesNotContain(Sighted.Hidden, texts, StringComparison.Ordinal);
        foreach (var id in new[] { place.Theirs.Account, place.Theirs.Contact, place.Theirs.Deal, place.Theirs.Task }) Assert.DoesNotContain(id.ToString(), texts, StringComparison.Ordinal);
        Assert.Contains(Sighted.Own, texts, StringComparison.Ordinal);
        foreach (var kind in new[] { "accounts", "contacts", "deals", "tasks", "call", "note" }) Assert.True(counts.GetValueOrDefault(kind) == 1, $"{kind}: {counts.GetValueOrDefault(kind)}");
        Assert.False(counts.ContainsKey("meeting"), "a visit to a colleague's deal is counted");
        Assert.Equal(1, await HangingOnAsync(plot, place));
    }

    /// <summary>An event of a colleague's deal does not come; one of one's own does.</summary>
    public static async Task OnlyWhoSeesItHearsOfItAsync(Plot plot)
    {
        var place = await Sighted.MakeAsync(plot.App);
        await using var mine = await EventReader.OpenAsync(place.Member.Client);
        foreach (var id in new[] { place.Theirs.Deal, place.Mine.Deal })
            await place.Company.WorkAsync(db => { db.Tell(DealNews.Topic, id); return Task.FromResult(true); });
        Assert.Equal([place.Mine.Deal], await mine.UntilAsync(place.Mine.Deal));
    }

    /// <summary>The steps of deals, asked straight with a member's sight: their lines and people are cut the same way.</summary>
    private static async Task<int> HangingOnAsync(Plot plot, Sighted place)
    {
        await using var source = plot.Open(1);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.AsksAsync("begin");
        await using var enter = new Npgsql.NpgsqlCommand("select app.enter($1, $2, true, $3)", connection)
        {
            Parameters = { new() { Value = place.Company.Id }, new() { Value = plot.Proof.For(place.Company.Id) }, new() { Value = new[] { place.Company.People[Role.Member] } } },
        };
        await enter.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return (int)(long)(await connection.AsksAsync($"select count(distinct deal_id) from app.stage_history where tenant_id = '{place.Company.Id}'"))!;
    }
}
