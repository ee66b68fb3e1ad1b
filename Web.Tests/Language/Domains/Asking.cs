using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Tests.Language.Domains;

/// <summary>Uploads the bare file and asks as a program does; a chart that is not the expected query may still show the expected rows.</summary>
internal sealed class Asking(HttpClient analyst, Domain domain)
{
    public async Task UploadAsync()
    {
        // A demo company has tables of its own, one of which may bear the same key.
        using var gone = await analyst.DeleteAsync($"/api/v1/datasets/{domain.Key}");
        using var form = new MultipartFormDataContent();
        var file = new StreamContent(System.IO.File.OpenRead(domain.File));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "file", "data.csv");
        form.Add(new StringContent(domain.Key), "key");
        using var answer = await analyst.PostAsync("/api/v1/datasets", form);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{domain.Key}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Adds what somebody who knows the data wrote into its contract in ten minutes, where the file says it (contract.json).</summary>
    public async Task DescribeAsync()
    {
        if (domain.Written is not { } written) return;
        using var body = new StringContent(await System.IO.File.ReadAllTextAsync(written), new MediaTypeHeaderValue("application/json"));
        using var answer = await analyst.PatchAsync($"/api/v1/datasets/{domain.Key}", body);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{domain.Key}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <param name="named">Whether the request says which dataset it is about; otherwise that is to be found out too.</param>
    public async Task<Judged> JudgeAsync(Example example, bool heldOut, bool named)
    {
        var conversation = example.Before is { } before ? (await AskAsync(before, example, named, null)).GetProperty("conversation_id").GetString() : null;
        var answer = await AskAsync(example.Utterance, example, named, conversation);
        var want = example.Chart is null ? "a question or a refusal" : Judge.Say(example, domain.Contract);
        Judged Said(Outcome outcome, string got) => new(domain, example, heldOut, outcome, want, got);
        var status = answer.GetProperty("status").GetString();
        if (status != "chart")
            return Said(Judge.MayAsk(example) ? Outcome.Exact : Outcome.Asked, status == "question" ? answer.GetProperty("question").GetString()! : answer.GetProperty("code").GetString()!);
        var query = answer.GetProperty("query").Deserialize<ChartQuery>(ChartJson.Options)!;
        if (query.Dataset != domain.Key) return Said(Outcome.Wrong, query.Dataset);
        var got = Judge.Say(query, domain.Contract);
        if (Judge.Matches(example, query, domain.Contract)) return Said(Outcome.Exact, got);
        if (await ShowsTheSameAsync(example, answer.GetProperty("result"))) return Said(Outcome.SameData, got);
        return Said(answer.GetProperty("confidence").GetDouble() < Web.Language.Reading.Sure ? Outcome.Doubted : Outcome.Wrong, got);
    }

    private async Task<JsonElement> AskAsync(string words, Example example, bool named, string? conversation)
    {
        var body = new { utterance = words, dataset = named ? domain.Key : null, conversation_id = conversation, locale = example.IsJapanese ? "ja" : "en" };
        using var answer = await analyst.PostAsJsonAsync("/api/v1/charts/ask", body);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? json : throw new InvalidOperationException($"{domain.Key}: {words}: {json}");
    }

    private async Task<bool> ShowsTheSameAsync(Example example, JsonElement shown)
    {
        foreach (var one in example.Alt.Prepend(example))
        {
            if (Expected.Query(one, domain.Key) is not { } query) continue;
            using var drawn = await analyst.PostAsJsonAsync("/api/v1/charts/render", new JsonObject { ["query"] = query });
            if (!drawn.IsSuccessStatusCode) continue;
            var result = (await drawn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result");
            if (SameData.In(shown, result, one.Sort is not null)) return true;
        }
        return false;
    }
}
