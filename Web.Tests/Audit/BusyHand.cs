using System.Net.Http.Json;
using System.Text.Json;

namespace Web.Tests.Audit;

/// <summary>One of several callers who change things one after another, until the app dies under them; they remember what they were told was done.</summary>
internal abstract class BusyHand(string name)
{
    private readonly List<string> done = [];
    private int words;

    /// <summary>Words that are in no other change, each of one that the app said it had made.</summary>
    public IReadOnlyList<string> Done => done;

    /// <summary>How many changes nobody knows of whether they were made: the app died before it answered.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Works until nobody answers.</summary>
    public async Task WorkAsync(HttpClient caller, Action answered)
    {
        try
        {
            for (var step = 0; ; step++)
            {
                await StepAsync(caller, step);
                answered();
            }
        }
        catch (HttpRequestException)
        {
            Unanswered++;
        }
    }

    protected abstract Task StepAsync(HttpClient caller, int step);

    protected string Word() => $"{name}-{words++}";

    /// <param name="word">What of the body shows in the log, where anything does.</param>
    protected async Task<JsonElement> CallAsync(HttpClient caller, HttpMethod method, string path, object? body, string? word = null)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await caller.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
        if (word is not null) done.Add(word);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}

/// <summary>Writes accounts and deals, changes them, wins them, puts them in the bin and takes them out again.</summary>
internal sealed class SellingHand(string name, Guid pipeline, IReadOnlyList<Guid> stages) : BusyHand(name)
{
    private string account = "", deal = "";

    protected override async Task StepAsync(HttpClient caller, int step)
    {
        var word = Word();
        switch (step % 8)
        {
            case 0:
                account = await MadeAsync(caller, "accounts", new { name = word, phones = new[] { "03-0000-0000" } }, word);
                break;
            case 1:
                deal = await MadeAsync(caller, "deals", new { name = word, account_id = account, pipeline_id = pipeline, stage_id = stages[0], amount = new { amount = "1200", currency = "JPY" } }, word);
                break;
            case 2 or 3:
                await CallAsync(caller, HttpMethod.Patch, $"accounts/{account}", new { industry = word, employees = step }, word);
                break;
            case 4:
                await CallAsync(caller, HttpMethod.Patch, $"deals/{deal}", new { stage_id = stages[1], next_step = word }, word);
                break;
            case 5:
                await CallAsync(caller, HttpMethod.Post, $"deals/{deal}/win", new { });
                break;
            default:
                await CallAsync(caller, step % 8 == 6 ? HttpMethod.Delete : HttpMethod.Post, $"accounts/{account}" + (step % 8 == 6 ? "" : "/restore"), step % 8 == 6 ? null : new { });
                break;
        }
    }

    private async Task<string> MadeAsync(HttpClient caller, string path, object body, string word) => (await CallAsync(caller, HttpMethod.Post, path, body, word)).GetProperty("id").GetString()!;
}

/// <summary>Gives somebody another role, shuts them out, lets them in again, and invites others.</summary>
internal sealed class GoverningHand(string name, Guid person) : BusyHand(name)
{
    protected override async Task StepAsync(HttpClient caller, int step)
    {
        var (word, path) = (Word(), $"tenant/users/{person}");
        switch (step % 5)
        {
            case 0:
                await CallAsync(caller, HttpMethod.Patch, path, new { role = "viewer", attributes = new { region = word } }, word);
                break;
            case 1:
                await CallAsync(caller, HttpMethod.Patch, path, new { role = "member", attributes = new { region = word } }, word);
                break;
            case 2:
                await CallAsync(caller, HttpMethod.Patch, path, new { active = false });
                break;
            case 3:
                await CallAsync(caller, HttpMethod.Patch, path, new { active = true, attributes = new { region = word } }, word);
                break;
            default:
                await CallAsync(caller, HttpMethod.Post, "tenant/users", new { email = $"{word}@example.com", role = "member" }, word);
                break;
        }
    }
}
