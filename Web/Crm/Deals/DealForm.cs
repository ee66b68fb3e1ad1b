using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Web.Crm.Accounts;
using Web.Data;
using Web.Kernel;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>A deal as people type it: every field stays as it was typed until all of them make sense.</summary>
public sealed record DealForm
{
    public string? Name { get; init; }
    public string? Account { get; init; }
    public string? Stage { get; init; }
    public string? Owner { get; init; }
    public string? Amount { get; init; }
    public string? Probability { get; init; }
    public string? Close { get; init; }
    public string? NextStep { get; init; }
    public string? NextStepOn { get; init; }
    public string? Version { get; init; }

    public static DealForm Of(IFormCollection form) => new()
    {
        Name = form["name"],
        Account = form["account"],
        Stage = form["stage"],
        Owner = form["owner"],
        Amount = form["amount"],
        Probability = form["probability"],
        Close = form["expected_close_on"],
        NextStep = form["next_step"],
        NextStepOn = form["next_step_on"],
        Version = form["version"],
    };

    public static DealForm Of(Deal deal, string? account) => new()
    {
        Name = deal.Name,
        Account = account,
        Stage = deal.StageId.ToString(),
        Owner = deal.OwnerId?.ToString(),
        Amount = deal.Amount is { } amount ? Figures.Typed(amount) : null,
        Probability = deal.Probability.ToString(CultureInfo.InvariantCulture),
        Close = Day(deal.ExpectedCloseOn),
        NextStep = deal.NextStep,
        NextStepOn = Day(deal.NextStepOn),
        Version = deal.Version.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What was typed, understood.</summary>
    /// <exception cref="RefusalException">422 with a fault for each field that cannot be.</exception>
    public async Task<DealDraft> ReadAsync(AppDb db, string currency, CancellationToken cancellation)
    {
        var check = new Check().Required("name", Name).NoLonger("name", Name, 200).NoLonger("next_step", NextStep, 300);
        check.That(Figures.TryRead(Amount, currency, out var amount), "amount", "not_a_number");
        check.That(TryDay(Close, out var close), "expected_close_on", "not_a_date").That(TryDay(NextStepOn, out var stepOn), "next_step_on", "not_a_date");
        check.That(stepOn is null || !string.IsNullOrWhiteSpace(NextStep), "next_step", "required");
        var probability = 0;
        var estimated = !string.IsNullOrWhiteSpace(Probability);
        check.That(!estimated || int.TryParse(Probability!.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out probability), "probability", "not_a_number")
            .Within("probability", probability, 0, 100);
        var stage = Guid.TryParse(Stage, out var stageId) ? await db.Stages.SingleOrDefaultAsync(one => one.Id == stageId, cancellation) : null;
        check.That(stage is not null, "stage", "required");
        Guid? owner = Guid.TryParse(Owner, out var ownerId) ? ownerId : null;
        var account = await AccountAsync(db, cancellation);
        check.That(string.IsNullOrWhiteSpace(Account) || account is not null, "account", "reference_not_found");
        check.Throw();
        return new DealDraft(Name!, account, stage!, owner, amount, estimated ? probability : null, close, NextStep, stepOn);
    }

    /// <summary>The one account of that name, or the only one that the words fit.</summary>
    private async Task<Guid?> AccountAsync(AppDb db, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Account)) return null;
        var typed = Account.Trim();
        var found = await db.Accounts.Where(account => account.Name == typed).OrderBy(account => account.Id).Select(account => (Guid?)account.Id).Take(1).ToListAsync(cancellation);
        if (found is []) found = await db.Accounts.Matching(typed).OrderBy(account => account.Id).Select(account => (Guid?)account.Id).Take(2).ToListAsync(cancellation);
        return found is [var only] ? only : null;
    }

    private static bool TryDay(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(typed)) return true;
        if (!DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
        day = read;
        return true;
    }

    private static string? Day(DateOnly? day) => day is { } known ? Days.Iso(known) : null;
}

/// <summary>What somebody typed about a deal, understood.</summary>
public sealed record DealDraft(
    string Name, Guid? Account, Stage Stage, Guid? Owner, Money? Amount, int? Probability, DateOnly? Close, string? NextStep, DateOnly? NextStepOn)
{
    /// <summary>Tells a deal by its verbs; what stays as it was is left alone.</summary>
    public void Tell(Deal deal, Moment now)
    {
        if (deal.Name != Name.Trim()) deal.Rename(Name, now);
        if (deal.AccountId != Account) deal.SellTo(Account, now);
        if (deal.OwnerId != Owner) deal.Assign(Owner, now);
        if (deal.Amount != Amount) deal.Revalue(Amount, now);
        if (deal.ExpectedCloseOn != Close) deal.Expect(Close, now);
        if (!deal.IsOpen) return;
        if (Probability is { } estimate) deal.Estimate(estimate, now);
        if (deal.NextStep != Check.Trimmed(NextStep) || deal.NextStepOn != NextStepOn) deal.PlanNextStep(NextStep, NextStepOn, now);
    }
}
