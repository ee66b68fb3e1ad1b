using Microsoft.EntityFrameworkCore;
using Web.Crm.Contacts;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>Brings a deal from what it is to what a program wrote, by the deal's own verbs, and collects what is wrong with it.</summary>
internal sealed class DealWriting(RecordBody body, AppDb db, Moment now)
{
    public async Task<Deal> OpenAsync(DealBody sent, string currency, CancellationToken cancellation)
    {
        await CheckAsync(sent, cancellation);
        var stage = await StageAsync(sent, new DealBody(), cancellation);
        body.Throw();
        var deal = db.Deals.Add(Deal.Open(sent.Name!, stage!, await db.PlaceAsync(stage!, null, null, cancellation), currency, sent.OwnerId, now)).Entity;
        await WriteAsync(deal, sent with { Probability = sent.Probability ?? stage!.Probability, Status = sent.Status ?? DealStatus.Open }, stage!, cancellation);
        return deal;
    }

    public async Task ChangeAsync(Deal deal, DealBody sent, CancellationToken cancellation)
    {
        var before = DealBody.Of(deal);
        await CheckAsync(sent, cancellation);
        var stage = await StageAsync(sent, before, cancellation);
        body.Throw();
        if (sent.Probability == before.Probability && (sent.StageId != before.StageId || sent.Status != before.Status)) sent = sent with { Probability = null };
        await WriteAsync(deal, sent, stage!, cancellation);
    }

    private async Task CheckAsync(DealBody sent, CancellationToken cancellation)
    {
        body.Found(new Check().Required("name", sent.Name).NoLonger("name", sent.Name, 200).Within("probability", sent.Probability, 0, 100).NoLonger("tags", sent.Tags, 60, 50)
            .That(sent.Status != DealStatus.Lost || !string.IsNullOrWhiteSpace(sent.LostReason), "lost_reason", "required"));
        await body.RefersToMemberAsync(db, "/owner_id", sent.OwnerId, cancellation);
        await body.RefersToRecordAsync(db, RecordKind.Account, "/account_id", sent.AccountId, cancellation);
        if (!body.Sends("/contacts")) return;
        var people = (sent.Contacts ?? []).Select(person => person.ContactId).ToArray();
        var known = people is [] ? [] : await db.Contacts.Where(contact => people.Contains(contact.Id)).Select(contact => contact.Id).ToListAsync(cancellation);
        for (var i = 0; i < people.Length; i++)
        {
            if (!known.Contains(people[i])) body.Add($"/contacts/{i}/contact_id", "reference_not_found");
            if (people.Take(i).Contains(people[i])) body.Add($"/contacts/{i}/contact_id", "already_exists");
        }
    }

    /// <summary>The stage meant: the one named, or the first of the pipeline named, or the first of all.</summary>
    private async Task<Stage?> StageAsync(DealBody sent, DealBody before, CancellationToken cancellation)
    {
        var moved = sent.PipelineId != before.PipelineId;
        if (sent.StageId is { } id && (id != before.StageId || !moved))
        {
            var stage = await db.Stages.SingleOrDefaultAsync(one => one.Id == id, cancellation);
            if (stage is null) body.Add("/stage_id", "reference_not_found");
            else if (moved && sent.PipelineId is { } wanted && wanted != stage.PipelineId) body.Add("/stage_id", "stage_of_other_pipeline");
            return stage;
        }
        var pipeline = await db.Pipelines.AsNoTracking().WithStages().FirstOrDefaultAsync(one => sent.PipelineId == null || one.Id == sent.PipelineId, cancellation);
        if (pipeline is null && sent.PipelineId is null) throw new RefusalException(409, "pipeline_missing");
        if (pipeline is null) body.Add("/pipeline_id", "reference_not_found");
        return pipeline?.Stages[0];
    }

    private async Task WriteAsync(Deal deal, DealBody sent, Stage stage, CancellationToken cancellation)
    {
        var before = DealBody.Of(deal);
        if (sent.Status is DealStatus.Open && !deal.IsOpen) deal.Reopen(stage, await db.PlaceAsync(stage, null, deal.Id, cancellation), now);
        else if (stage.Id != deal.StageId) deal.MoveTo(stage, await db.PlaceAsync(stage, null, deal.Id, cancellation), now);
        body.Tell(() => deal.Rename(sent.Name, now));
        if (sent.AccountId != before.AccountId) deal.SellTo(sent.AccountId, now);
        if (sent.OwnerId != before.OwnerId) deal.Assign(sent.OwnerId, now);
        if (sent.ExpectedCloseOn != before.ExpectedCloseOn) deal.Expect(sent.ExpectedCloseOn, now);
        if (!(sent.Tags ?? []).SequenceEqual(before.Tags!)) deal.Tag(sent.Tags ?? [], now);
        if (!(sent.Contacts ?? []).SequenceEqual(before.Contacts!)) deal.Involve([.. (sent.Contacts ?? []).Select(person => (person.ContactId, person.Role))], now);
        if (!(sent.Lines ?? []).SequenceEqual(before.Lines!)) body.Tell(() => deal.Quote([.. sent.Lines!.Select(line => (line.Name ?? "", line.Quantity, line.UnitPrice))], now));
        if (sent.Amount != before.Amount) body.Tell(() => deal.Revalue(sent.Amount, now));
        if (deal.IsOpen && sent.Probability is { } probability) deal.Estimate(probability, now);
        if (sent.NextStep != before.NextStep || sent.NextStepOn != before.NextStepOn) body.Tell(() => deal.PlanNextStep(sent.NextStep, sent.NextStepOn, now));
        Close(deal, sent, before);
        body.Throw();
    }

    private void Close(Deal deal, DealBody sent, DealBody before)
    {
        if (sent.Status is DealStatus.Won && deal.IsOpen) body.Tell(() => deal.Win(now, sent.ClosedOn));
        else if (sent.Status is DealStatus.Lost && deal.IsOpen) body.Tell(() => deal.Lose(sent.LostReason, now, sent.ClosedOn));
        else if (sent.Status is { } status && status != deal.Status) throw new RefusalException(409, "deal_closed");
        else if (sent.ClosedOn != before.ClosedOn && sent.ClosedOn is { } day) body.Tell(() => deal.DateClosing(day, now));
    }
}
