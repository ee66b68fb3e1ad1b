using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Insights.Assistant.Talk;
using Web.Insights.Datasets;
using Web.Insights.Review;
using Web.Semantics;
using Web.Tests.Crm;
using Web.Tests.Insights.Datasets;
using Web.Tests.Support;

namespace Web.Tests.Insights.Assistant.Teaching;

/// <summary>A word is taught where it was missed, by those who may, and can be taken back where decisions are.</summary>
public sealed class WordPageTests(TestInstallation installation)
{
    private const string Decisions = "/settings/assistant/review?state=done";
    private const string Guessed = "採血数の町別シェア";
    private const string Drives =
        """
        drive_id,drive_date,host_type,town,shift,registered,deferred,no_show,first_timers,units_collected,avg_wait_min,nurses,supplies_usd
        BD2101,03/12/2024,shopping mall,Fairhaven,All Day,33,3,4,4,25,17,7,186.62
        BD2102,03/14/2024,shopping mall,Cedar Falls,All Day,80,8,11,19,59,25,4,299.99
        BD2103,03/19/2024,college,Eastport,AM,51,8,4,5,39,32,2,200.23
        BD2104,03/23/2024,mobile bus,Brookdale,AM,25,2,2,2,19,12,6,156.68
        BD2105,04/04/2024,mobile bus,Eastport,PM,42,6,1,12,35,18,4,204.66
        BD2106,04/05/2024,college,Eastport,All Day,55,3,4,27,47,31,3,220.28
        BD2107,04/06/2024,church,Eastport,AM,35,2,2,5,30,13,5,181.95
        BD2108,04/07/2024,college,Cedar Falls,PM,44,3,2,11,39,26,5,190.29
        BD2113,05/16/2024,church,Ashford,PM,38,4,5,4,28,10,4,162.28
        """;

    private const string Herds =
        """
        farm,region,breed,herd_size,milk_litres
        Ash,North,Jersey,20,100
        Birch,South,Holstein,30,150
        Cedar,Highlands,Angus,40,90
        Dale,North,Holstein,25,130
        Elm,South,Jersey,35,170
        """;

    [Fact]
    public async Task A_guess_is_remembered_by_one_click_read_without_doubt_and_taken_back()
    {
        var (company, analyst) = await CompanyAsync("blood_drives", Drives);
        var page = await AskAsync(analyst, "blood_drives", Guessed);
        Assert.NotNull(page.QuerySelector("#answer .doubt"));
        var form = page.QuerySelector("#answer form.unknown-words")!;
        Assert.Equal("Remember: “採血” means units collected", form.QuerySelector("button")!.TextContent);
        Assert.Equal("What does “採血” mean?", form.QuerySelector("a")!.TextContent);

        page = await FollowAsync(analyst, await analyst.SubmitAsync(page, "/ask/word/remember", ("n", form.QuerySelector("button")!.GetAttribute("value")!)));
        Assert.Equal([Guessed, Guessed], page.QuerySelectorAll(".said").Select(said => said.TextContent));
        Assert.Null(page.QuerySelector("#answer .doubt"));
        Assert.Null(page.QuerySelector(".unknown-words"));
        Assert.Contains("採血", (await ContractAsync(company)).Find("units_collected")!.Synonyms);
        var program = await company.ProgramAsync(Role.Owner);
        Assert.DoesNotContain("採血", (await ReadAsync(program, Guessed, "blood_drives")).GetProperty("assumptions").GetRawText(), StringComparison.Ordinal);

        var done = await analyst.OpenAsync(Decisions);
        Assert.Contains("Became another name", done.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await analyst.SubmitAsync(done, "/settings/assistant/review?handler=undo");
        Assert.DoesNotContain("採血", (await ContractAsync(company)).Find("units_collected")!.Synonyms);
        Assert.Contains("採血", (await ReadAsync(program, Guessed, "blood_drives")).GetProperty("assumptions").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_a_question_did_not_know_is_taught_in_its_dialog()
    {
        var (company, analyst) = await CompanyAsync("herds", Herds);
        var page = await AskAsync(analyst, "herds", "herd size by bailiwick");
        var link = page.QuerySelector(".turn .question .unknown-words a")!;
        Assert.Equal("What does “bailiwick” mean?", link.TextContent);
        Assert.Equal("bailiwick", (await analyst.OpenAsync((await analyst.OpenAsync("/settings/assistant/review")).QuerySelector("tbody tr a")!.GetAttribute("href")!)).QuerySelector("#word")!.GetAttribute("value"));

        var form = await analyst.OpenAsync(link.GetAttribute("href")!);
        Assert.Equal("bailiwick", form.QuerySelector("#taught-word")!.GetAttribute("value"));
        Assert.NotNull(form.QuerySelector("#taught-place option[value='herds/region/North']"));
        var taught = await FollowAsync(analyst, await analyst.SubmitAsync(form, "/ask/word", ("place", "herds/region/")));
        Assert.Contains("region", taught.QuerySelector(".turn:last-child .answer p")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(taught.QuerySelector("#answer"));
        Assert.Null(taught.QuerySelector(".unknown-words"));
        Assert.Equal("bailiwick", Assert.Single((await ContractAsync(company)).Find("region")!.Synonyms, name => name == "bailiwick"));
    }

    [Fact]
    public async Task A_word_becomes_a_name_of_a_value_and_is_asked_of_the_chart_that_was_before()
    {
        var (company, analyst) = await CompanyAsync("herds", Herds);
        await analyst.PostAsync("/ask", "/ask", false, ("utterance", "milk litres by farm"), ("dataset", "herds"));
        var conversation = await company.WorkAsync(async db => (await db.Conversations.SingleAsync()).Id);
        var asked = await FollowAsync(analyst, await analyst.PostAsync("/ask", "/ask", false, ("utterance", "only redcoats"), ("c", conversation.ToString())));
        var link = asked.QuerySelector(".turn:last-child .unknown-words a")!.GetAttribute("href")!;
        var dialog = await FragmentAsync(analyst, link);
        Assert.NotNull(dialog.QuerySelector("dialog[data-open] #word-form[hx-post='/ask/word']"));
        var taught = await analyst.PostAsync("/ask", "/ask/word", true, ("turn", TurnOf(dialog)), ("word", "redcoats"), ("place", "herds/breed/Angus"));
        Assert.Contains("/ask?c=" + conversation, taught.Headers.GetValues("HX-Push-Url").Single(), StringComparison.Ordinal);
        var answer = await taught.ReadAsync(HttpStatusCode.OK);
        Assert.Equal("only redcoats", answer.QuerySelector(".said")!.TextContent);
        Assert.Contains("Angus", answer.QuerySelector(".answer p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("farm", answer.QuerySelector(".answer p")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["redcoats"], (await ContractAsync(company)).Find("breed")!.ValueSynonyms["Angus"]);
    }

    [Fact]
    public async Task What_does_not_fit_is_said_in_the_dialog_and_nothing_is_lost()
    {
        var (company, analyst) = await CompanyAsync("herds", Herds);
        var turn = TurnOf(await FragmentAsync(analyst, (await AskAsync(analyst, "herds", "herd size by bailiwick")).QuerySelector(".unknown-words a")!.GetAttribute("href")!));
        await (await company.ProgramAsync(Role.Owner)).PatchAsync("herds", new { columns = new[] { new { name = "region", synonyms = new[] { "shire" } } } });
        foreach (var (word, place, field, said) in new[]
        {
            ("", "herds/region/", "word", "needed"), ("bailiwick", "", "place", "needed"), (new string('x', 101), "herds/region/", "word", "100"),
            ("Shire", "herds/region/", "word", "already another name"), ("bailiwick", "herds/region/West", null, null), ("bailiwick", "herds/none/", null, null),
        })
        {
            var refused = await analyst.PostAsync("/ask", "/ask/word", true, ("turn", turn), ("word", word), ("place", place));
            Assert.Equal("#word-form", refused.Headers.GetValues("HX-Retarget").Single());
            var form = await refused.ReadAsync(HttpStatusCode.UnprocessableEntity);
            Assert.Contains(said ?? "", form.QuerySelector(field is null ? ".error-summary" : $"#taught-{field}-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(word, form.QuerySelector("#taught-word")!.GetAttribute("value"));
            if (place == "herds/region/") Assert.True(form.QuerySelector($"#taught-place option[value='{place}']")!.HasAttribute("selected"));
        }
        Assert.Equal(0, await company.WorkAsync(db => db.ReviewDecisions.CountAsync()));
        Assert.Equal(HttpStatusCode.NoContent, (await (await company.ProgramAsync(Role.Owner)).DeleteAsync("/api/v1/datasets/herds")).StatusCode);
        var gone = await (await analyst.PostAsync("/ask", "/ask/word", true, ("turn", turn), ("word", "bailiwick"), ("place", "herds/region/"))).ReadAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("no such dataset", gone.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("bailiwick", gone.QuerySelector("#taught-word")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, await analyst.StatusAsync($"/ask/word?turn={turn}"));
    }

    [Fact]
    public async Task A_second_click_says_that_it_is_a_name_already()
    {
        var (_, analyst) = await CompanyAsync("blood_drives", Drives);
        var page = await AskAsync(analyst, "blood_drives", Guessed);
        var turn = page.QuerySelector("#answer")!.GetAttribute("data-turn")!;
        Assert.Equal(HttpStatusCode.OK, (await analyst.PostAsync("/ask", "/ask/word/remember", true, ("turn", turn), ("n", "0"))).StatusCode);
        var again = await analyst.PostAsync("/ask", "/ask/word/remember", true, ("turn", turn), ("n", "0"));
        Assert.Equal("#dialogs", again.Headers.GetValues("HX-Retarget").Single());
        Assert.Contains("already another name", (await again.ReadAsync(HttpStatusCode.UnprocessableEntity)).QuerySelector("dialog #taught-word-error")!.TextContent, StringComparison.Ordinal);
        foreach (var n in new[] { "-1", "1", "99" })
            Assert.Equal(HttpStatusCode.NotFound, (await analyst.PostAsync("/ask", "/ask/word/remember", true, ("turn", turn), ("n", n))).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_manage_data_sees_nothing_of_it()
    {
        var (company, _) = await CompanyAsync("blood_drives", Drives);
        var member = await company.BrowserAsync(Role.Member);
        var page = await AskAsync(member, "blood_drives", Guessed);
        Assert.NotNull(page.QuerySelector("#answer .doubt"));
        Assert.DoesNotContain("/ask/word", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("/ask/word", (await AskAsync(member, "blood_drives", "units collected by bailiwick")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        var turn = page.QuerySelector("#answer")!.GetAttribute("data-turn")!;
        Assert.Equal(HttpStatusCode.Forbidden, await member.StatusAsync($"/ask/word?turn={turn}"));
        foreach (var (to, name, value) in new[] { ("/ask/word", "place", "blood_drives/units_collected/"), ("/ask/word/remember", "n", "0") })
            Assert.Equal(HttpStatusCode.Forbidden, (await member.PostAsync("/ask", to, true, ("turn", turn), ("word", "採血"), (name, value))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await company.BrowserAsync(Role.Analyst)).PostAsync("/ask", "/ask/word/remember", true, ("turn", turn), ("n", "0"))).StatusCode);
        Assert.Equal(0, await company.WorkAsync(db => db.ReviewDecisions.CountAsync()));
    }

    [Fact]
    public async Task Another_companys_data_cannot_be_taught()
    {
        var (mine, analyst) = await CompanyAsync("herds", Herds);
        var (theirs, stranger) = await CompanyAsync("flocks", Herds);
        var own = TurnOf(await FragmentAsync(analyst, (await AskAsync(analyst, "herds", "herd size by bailiwick")).QuerySelector(".unknown-words a")!.GetAttribute("href")!));
        var other = TurnOf(await FragmentAsync(stranger, (await AskAsync(stranger, "flocks", "herd size by bailiwick")).QuerySelector(".unknown-words a")!.GetAttribute("href")!));
        Assert.Equal(HttpStatusCode.NotFound, await analyst.StatusAsync($"/ask/word?turn={other}&word=x"));
        foreach (var (turn, place) in new[] { (other, "flocks/region/"), (own, "flocks/region/"), (other, "herds/region/") })
            Assert.Equal(HttpStatusCode.NotFound, (await analyst.PostAsync("/ask", "/ask/word", true, ("turn", turn), ("word", "bailiwick"), ("place", place))).StatusCode);
        foreach (var company in new[] { mine, theirs }) Assert.DoesNotContain("bailiwick", (await ContractAsync(company)).Find("region")!.Synonyms);
    }

    [Fact]
    public async Task The_products_own_data_is_not_taught()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var analyst = await selling.Company.BrowserAsync(Role.Analyst);
        var page = await AskAsync(analyst, "crm_deals", "amount by bailiwick");
        Assert.NotNull(page.QuerySelector(".turn .question"));
        Assert.Null(page.QuerySelector(".unknown-words"));
        var turn = page.QuerySelector(".turn")!.Id!["turn-".Length..];
        Assert.Equal(HttpStatusCode.NotFound, await analyst.StatusAsync($"/ask/word?turn={turn}&word=bailiwick"));
        var refused = await analyst.PostAsync("/ask", "/ask/word", true, ("turn", turn), ("word", "bailiwick"), ("place", "crm_deals/stage/"));
        Assert.Contains("part of the product", (await refused.ReadAsync(HttpStatusCode.UnprocessableEntity)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_that_a_person_may_not_see_are_neither_offered_nor_taken()
    {
        var (company, analyst) = await CompanyAsync("herds", Herds);
        await (await company.ProgramAsync(Role.Owner)).PatchAsync("herds", new { row_filter = new { field = "region", op = "=", value = "North" }, access = new { all_rows_roles = new[] { "owner" } } });
        var dialog = await FragmentAsync(analyst, (await AskAsync(analyst, "herds", "herd size by bailiwick")).QuerySelector(".unknown-words a")!.GetAttribute("href")!);
        Assert.NotNull(dialog.QuerySelector("option[value='herds/breed/Jersey']"));
        Assert.DoesNotContain("Angus", dialog.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("South", dialog.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var forged = await analyst.PostAsync("/ask", "/ask/word", true, ("turn", TurnOf(dialog)), ("word", "redcoats"), ("place", "herds/breed/Angus"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
        Assert.Empty((await ContractAsync(company)).Find("breed")!.ValueSynonyms);
    }

    [Fact]
    public async Task In_the_panel_the_answer_comes_to_the_panel()
    {
        var (_, analyst) = await CompanyAsync("blood_drives", Drives);
        var asked = await (await analyst.PostAsync("/ask", "/ask", true, ("utterance", Guessed), ("dataset", "blood_drives"), ("panel", "true"))).ReadAsync(HttpStatusCode.OK);
        var form = asked.QuerySelector("form.unknown-words")!;
        Assert.Equal("#panel-talk", form.GetAttribute("hx-target"));
        var dialog = await FragmentAsync(analyst, form.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("#panel-talk", dialog.QuerySelector("#word-form")!.GetAttribute("hx-target"));
        var taught = await analyst.PostAsync("/ask", "/ask/word/remember", true, ("turn", TurnOf(dialog)), ("n", form.QuerySelector("button")!.GetAttribute("value")!), ("panel", "true"));
        Assert.False(taught.Headers.Contains("HX-Push-Url"));
        Assert.NotNull((await taught.ReadAsync(HttpStatusCode.OK)).QuerySelector("#panel-talk-conversation"));
    }

    [Fact]
    public async Task Programs_are_answered_as_before()
    {
        var (company, _) = await CompanyAsync("herds", Herds);
        var program = await company.ProgramAsync(Role.Analyst);
        var question = await ReadAsync(program, "herd size by bailiwick", "herds");
        Assert.Equal(["choices", "conversation_id", "question", "status"], question.EnumerateObject().Select(part => part.Name).Order(StringComparer.Ordinal));
        await program.UploadedAsync("blood_drives", Drives);
        Assert.All((await ReadAsync(program, Guessed, "blood_drives")).GetProperty("assumptions").EnumerateArray(), one => Assert.Equal(JsonValueKind.String, one.ValueKind));
    }

    private async Task<(TestTenant Company, Browser Analyst)> CompanyAsync(string key, string csv)
    {
        var company = await TestTenant.MakeAsync(installation);
        await (await company.ProgramAsync(Role.Owner)).UploadedAsync(key, csv);
        return (company, await company.BrowserAsync(Role.Analyst));
    }

    private static async Task<IHtmlDocument> AskAsync(Browser browser, string dataset, string words) =>
        await FollowAsync(browser, await browser.PostAsync("/ask", "/ask", fragment: false, ("utterance", words), ("dataset", dataset)));

    private static async Task<IHtmlDocument> FollowAsync(Browser browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await browser.OpenAsync(answer.Headers.Location!.OriginalString);
    }

    private static async Task<IHtmlDocument> FragmentAsync(Browser browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("HX-Request", "true");
        return await (await browser.Client.SendAsync(request)).ReadAsync(HttpStatusCode.OK);
    }

    private static string TurnOf(IHtmlDocument dialog) => dialog.QuerySelector("#word-form input[name=turn]")!.GetAttribute("value")!;

    private static async Task<DatasetContract> ContractAsync(TestTenant company) => (await company.WorkAsync(db => db.UploadedDatasets.AsNoTracking().SingleAsync())).Contract;

    private static async Task<JsonElement> ReadAsync(HttpClient program, string words, string dataset) =>
        await Uploading.JsonAsync(await program.PostAsJsonAsync("/api/v1/charts/ask", new { utterance = words, locale = "en", dataset }), HttpStatusCode.OK);
}
