using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access.Invitations;
using Web.Crm.Accounts;
using Web.Data;
using Web.Insights.Datasets;
using Web.Mail;

namespace Web.Tests.Api.Idempotency;

/// <summary>The same call with the same key, several times at once, and what it must leave in the tables: one of each.</summary>
internal sealed class EqualCalls
{
    public const int AtOnce = 8;
    private readonly ConcurrentBag<string> bodies = [];
    private readonly Func<HttpRequestMessage> write;
    private int first, died;

    private EqualCalls(string name, Func<HttpRequestMessage> write, Func<AppDb, Task<string>> effects, string whole) => (Name, this.write, EffectsAsync, Whole) = (name, write, effects, whole);

    public string Name { get; }

    /// <summary>What it has left, counted.</summary>
    public Func<AppDb, Task<string>> EffectsAsync { get; }

    /// <summary>What that is when it was done once.</summary>
    public string Whole { get; }

    /// <summary>How many calls got no answer because the app had died.</summary>
    public int Died => died;

    /// <summary>It was done, and only its claim never ended.</summary>
    public bool IsEnded { get; private set; }

    public static EqualCalls OfAccount(string name) => new(name, () => Json("accounts", new { name }),
        async db => $"{await db.Accounts.CountAsync(account => account.Name == name)} account, {await Entries(db, $"\"{name}\"")} entry", "1 account, 1 entry");

    public static EqualCalls OfInvitation(string name)
    {
        var address = $"{name}@example.com";
        return new(name, () => Json("tenant/users", new { email = address, role = "member" }),
            async db => $"{await db.Invitations.CountAsync(one => one.Email == address)} invitation, {await db.Letters.CountAsync(one => one.Address == address)} letter", "1 invitation, 1 letter");
    }

    /// <summary>A call that opens its own units of work, under a claim.</summary>
    public static EqualCalls OfUpload(string name) => new(name, () => new HttpRequestMessage(HttpMethod.Post, "api/v1/datasets")
    {
        Content = new MultipartFormDataContent { { new StringContent(name), "key" }, { new ByteArrayContent(Encoding.UTF8.GetBytes("Name,Weight\nA,1\nB,2\n")), "file", "rows.csv" } },
    }, async db => $"{await db.UploadedDatasets.CountAsync(one => one.Key == name)} dataset, {await db.DatasetLoads.CountAsync(load => db.Set<UploadedDataset>().Any(one => one.Key == name && one.Id == load.DatasetId))} load", "1 dataset, 1 load");

    /// <returns>Whether it has been done, and everybody who knows of it has been told the same.</returns>
    public async Task<bool> SendAsync(HttpClient caller, Action answered)
    {
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => CallAsync(caller, answered)));
        Assert.True(first <= 1, $"{Name} was done {first} times");
        Assert.True(bodies.Distinct().Count() <= 1, $"{Name} was answered with {string.Join(" and ", bodies.Distinct())}");
        return !bodies.IsEmpty;
    }

    private async Task CallAsync(HttpClient caller, Action answered)
    {
        using var request = write();
        request.Headers.Add("Idempotency-Key", Name);
        try
        {
            using var answer = await caller.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            answered();
            if (answer.IsSuccessStatusCode)
            {
                bodies.Add(body);
                if (!answer.Headers.Contains("Idempotency-Replayed")) Interlocked.Increment(ref first);
                return;
            }
            var code = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("code").GetString();
            Assert.True(answer.StatusCode == HttpStatusCode.Conflict && code is "idempotency_in_progress" or "dataset_key_taken", $"{Name} was answered {(int)answer.StatusCode}: {body}");
            IsEnded |= code == "dataset_key_taken";
        }
        catch (HttpRequestException)
        {
            Interlocked.Increment(ref died);
        }
    }

    private static HttpRequestMessage Json(string path, object body) => new(HttpMethod.Post, $"api/v1/{path}") { Content = JsonContent.Create(body) };

    private static Task<int> Entries(AppDb db, string word) =>
        db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from app.audit_entries where tenant_id = {db.TenantId} and event_type = 'account.created' and changes::text like '%' || {word} || '%'""").SingleAsync();
}
