using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Audit;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Assistant.Models;

/// <summary>Which language model reads a company's words, what it may cost, and what it has cost.</summary>
[Requires(Permission.SettingsManage)]
internal sealed class AssistantSettingsPage(
    AppDb db, ModelChoice choice, EndpointRules rules, LanguageModel models, ModelGate gate, ModelInterpreter interpreter, EnteredTenant entered,
    IStringLocalizer<ModelTexts> texts, TimeProvider time) : PageModel
{
    private const int ShownCalls = 10;

    public ModelForm Form { get; private set; } = null!;
    public CompanyModel? Kept { get; private set; }
    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();
    public ModelMonth? Month { get; private set; }
    public UsageTable Usage { get; private set; } = new([]);
    public IReadOnlyList<CallLine> Calls { get; private set; } = [];
    public string? Tried { get; private set; }
    public bool Saved { get; private set; }

    public LanguageModelOptions Installation => choice.Options;
    public TimeZoneInfo Zone => entered.Required.Calendar.Zone;

    public async Task OnGetAsync(bool saved, CancellationToken cancellation)
    {
        Saved = saved;
        await LoadAsync(cancellation);
        Form = ModelForm.Of(Kept, Installation);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] ModelForm form, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var model = await db.CompanyModels.SingleOrDefaultAsync(cancellation);
        var faults = form.Apply(model ??= Begin(now), rules, choice, db.TenantId, now);
        if (faults.Count > 0)
        {
            db.ChangeTracker.Clear(); // nothing of a form that does not fit is kept
            return await AgainAsync(form, faults, cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings/assistant?saved=true");
    }

    /// <summary>A few tokens to the model that is saved; what came of it is said in words.</summary>
    [OwnWork]
    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancellation)
    {
        ChosenModel? model;
        await using (var reading = await db.BeginAsync(readOnly: true, cancellation))
        {
            model = choice.Of(await db.CompanyModels.AsNoTracking().SingleOrDefaultAsync(cancellation), db.TenantId);
            await reading.CommitAsync(cancellation);
        }
        Tried = model is null ? texts["Model.Try.none"] : await TryAsync(model, cancellation);
        if (Request.WantsFragment()) return Content(Tried, "text/plain; charset=utf-8");
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        await LoadAsync(cancellation);
        Form = ModelForm.Of(Kept, Installation);
        await work.CommitAsync(cancellation);
        return Page();
    }

    private async Task<string> TryAsync(ChosenModel model, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(model.TimeOut, time);
        ChatMessage[] words = [new(ChatRole.System, "Answer with the JSON object {\"refuse\":\"not_a_chart_request\"} and nothing else."), new(ChatRole.User, "Hello")];
        var reply = await models.AskAsync(model, words, ModelAnswer.Schema, deadline.Token, cancellation);
        var now = time.GetUtcNow();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        await db.AddModelCallsAsync([interpreter.Call(model, reply)], ModelUsage.MonthOf(entered.Required.Calendar, now), now, cancellation);
        db.Note(now, "language_model.tried", "insights", description: model.Provider.Word);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        var seconds = (reply.Outcome == ModelOutcome.Answered ? reply.Took : model.TimeOut).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        // A model that is there but cannot keep to the form would leave every question to the rules.
        var word = reply.Outcome == ModelOutcome.Answered && !gate.KnowsForm(reply.Text) ? "unusable" : ModelTexts.WordOf(reply.Outcome);
        return texts["Model.Try." + word, seconds];
    }

    private CompanyModel Begin(DateTimeOffset now) => db.CompanyModels.Add(CompanyModel.Begin(now)).Entity;

    private async Task<IActionResult> AgainAsync(ModelForm form, IReadOnlyDictionary<string, string> faults, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        (Form, Faults) = (form, faults.ToDictionary(fault => fault.Key, fault => texts["Model.Fault." + fault.Value, CompanyModel.LeastSeconds, CompanyModel.MostSeconds].Value));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var month = ModelUsage.MonthOf(entered.Required.Calendar, time.GetUtcNow());
        Kept = await db.CompanyModels.AsNoTracking().SingleOrDefaultAsync(cancellation);
        Month = await db.ModelMonths.AsNoTracking().SingleOrDefaultAsync(m => m.Month == month, cancellation);
        Usage = await UsageTable.OfAsync(db, month, Zone, cancellation);
        Calls = await (
            from call in db.ModelCalls.AsNoTracking().OrderByDescending(call => call.Id).Take(ShownCalls)
            join member in db.Members on call.MemberId equals member.Id
            orderby call.Id descending
            select new CallLine(call.At, member.Name, call.Provider, call.Model, call.InputTokens, call.OutputTokens, call.Milliseconds, call.Outcome, call.Cost, call.Currency)).ToListAsync(cancellation);
    }
}

/// <summary>One call as the page lists it.</summary>
public sealed record CallLine(DateTimeOffset At, string Who, string Provider, string Model, int In, int Out, int Milliseconds, ModelOutcome Outcome, decimal? Cost, string? Currency);
