using System.Text.Json;
using Web.Access;
using Web.Crm;
using Web.Crm.Accounts;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Crm.Notes;
using Web.Crm.Tasks;
using Web.Kernel;
using Web.Tests.Crm;
using Web.Tests.Insights.Datasets;
using Web.Tests.Support;

namespace Web.Tests.Walls;

/// <summary>
/// Two companies beside each other, each with a canary in every text of its own, and their people's credentials; and two
/// companies in which everything has been used once.
/// </summary>
internal sealed record Neighbours(Neighbour A, Neighbour B, (Guid A, Guid B) Full)
{
    public static async Task<Neighbours> MoveInAsync(TestApp app) => new(
        await Neighbour.MoveInAsync(app), await Neighbour.MoveInAsync(app),
        ((await FullCompany.MakeAsync(app)).Id, (await FullCompany.MakeAsync(app)).Id));
}

/// <summary>What the checks know of one company.</summary>
internal sealed record Neighbour(TestTenant Company, string Canary)
{
    /// <summary>A value of theirs that others may say without knowing it.</summary>
    public string Word { get; init; } = "";

    public Guid Account { get; init; }
    public Guid Contact { get; init; }
    public Guid Deal { get; init; }
    public Guid Stage { get; init; }
    public Guid Pipeline { get; init; }
    public Guid Task { get; init; }
    public Guid Note { get; init; }

    /// <summary>The owner's conversation.</summary>
    public Guid Conversation { get; init; }

    public required Caller Owner { get; init; }
    public required Caller Manager { get; init; }
    public required Caller Viewer { get; init; }
    public required Caller Compliance { get; init; }

    /// <summary>A program of the owner.</summary>
    public required Caller Program { get; init; }

    public string Host => Company.Host;

    public IEnumerable<Guid> Ids => [Account, Contact, Deal, Stage, Pipeline, Task, Note, Conversation, Company.People[Role.Owner]];

    public static async Task<Neighbour> MoveInAsync(TestApp app)
    {
        var canary = $"CANARY{Guid.CreateVersion7():N}";
        var company = await TestTenant.MakeAsync(app, name: $"{canary} K.K.");
        var place = await FurnishAsync(company, canary);
        async Task<Caller> SignIn(Role role) => Caller.Browser((await company.BrowserAsync(role)).SessionCookie);
        var program = await company.ProgramAsync(Role.Owner);
        var asked = await program.PostsAsync("charts/ask", new { utterance = $"deals of {canary} by stage", locale = "en" }, System.Net.HttpStatusCode.OK);
        await program.UploadedAsync("visits", $"Visit,Place\n1,{canary} place\n2,{canary} town\n");
        return place with
        {
            Owner = await SignIn(Role.Owner),
            Manager = await SignIn(Role.Manager),
            Viewer = await SignIn(Role.Viewer),
            Compliance = await SignIn(Role.Compliance),
            Program = Caller.WithToken(program.DefaultRequestHeaders.Authorization!.Parameter!),
            Conversation = asked.GetProperty("conversation_id").GetGuid(),
        };
    }

    private static Task<Neighbour> FurnishAsync(TestTenant company, string canary) => company.WorkAsync(async db =>
    {
        var now = Moment.Of(company.People[Role.Owner], DateTimeOffset.UtcNow, company.Tenant.Calendar);
        var owner = company.People[Role.Owner];
        var word = $"Zq{Guid.CreateVersion7():N}";
        db.Teams.Add(new Team(Guid.CreateVersion7(), $"{canary} team"));
        var pipeline = db.Pipelines.Add(Web.Crm.Deals.Pipeline.Lay($"{canary} sales", Rank.First, [new($"{canary} lead", 10), new($"{canary} quote", 50)], now)).Entity;
        var account = db.Accounts.Add(Web.Crm.Accounts.Account.Open(new AccountDetails { Name = $"{canary} account", Industry = word, OwnerId = owner }, now)).Entity;
        await db.SaveChangesAsync();
        var contact = db.Contacts.Add(Web.Crm.Contacts.Contact.Meet(new ContactDetails { FamilyName = $"{canary} person", AccountId = account.Id, OwnerId = owner }, now)).Entity;
        var deal = Web.Crm.Deals.Deal.Open($"{canary} deal", pipeline.Stages[0], Rank.First, "JPY", owner, now);
        deal.SellTo(account.Id, now);
        db.Deals.Add(deal);
        var task = db.Tasks.Add(TaskItem.Plan(new TaskDetails { Title = $"{canary} task", DueOn = now.Today, AssigneeId = owner, OwnerId = owner, Entity = RecordKind.Deal, EntityId = deal.Id }, now)).Entity;
        var note = db.Notes.Add(Web.Crm.Notes.Note.Write(RecordKind.Deal, deal.Id, $"{canary} note", now)).Entity;
        await db.SaveChangesAsync();
        var nobody = Caller.Nobody;
        return new Neighbour(company, canary)
        {
            Word = word,
            Account = account.Id, Contact = contact.Id, Deal = deal.Id, Pipeline = pipeline.Id, Stage = pipeline.Stages[0].Id, Task = task.Id, Note = note.Id,
            Owner = nobody, Manager = nobody, Viewer = nobody, Compliance = nobody, Program = nobody,
        };
    });
}

/// <summary>A credential, to be shown at any door.</summary>
internal sealed record Caller(string? Cookie, string? Token)
{
    public static Caller Nobody { get; } = new(null, null);

    public static Caller Browser(string cookie) => new(cookie, null);

    public static Caller WithToken(string token) => new(null, token);

    public async Task<Answer> SendAsync(TestApp app, string host, string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var client = app.Bare(host);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (Cookie is not null) request.Headers.TryAddWithoutValidation("Cookie", Cookie);
        if (Token is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Token}");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"),
        };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var all = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        return new Answer($"{method} {path}", (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), all);
    }

    public Task<Answer> GetAsync(TestApp app, string host, string path, params (string Name, string Value)[] headers) => SendAsync(app, host, "GET", path, null, headers);
}

internal sealed record Answer(string What, int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Everything that was said, headers included.</summary>
    public string All => string.Join('\n', Headers.Select(header => $"{header.Key}: {header.Value}")) + "\n\n" + Body;
}
