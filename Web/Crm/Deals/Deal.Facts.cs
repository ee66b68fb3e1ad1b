using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>What is known about a deal beside its way through the stages.</summary>
public sealed partial class Deal
{
    private const long LargestAmount = 1_000_000_000_000_000;
    private readonly List<DealContact> contacts = [];
    private readonly List<DealLine> lines = [];

    /// <summary>Only once loaded.</summary>
    public IReadOnlyList<DealContact> Contacts => contacts;

    /// <summary>Only once loaded.</summary>
    public IReadOnlyList<DealLine> Lines => lines;

    /// <summary>Gives the deal an amount, or none where it is not known yet.</summary>
    /// <exception cref="RefusalException">422: in another currency than the deal's, or absurdly large.</exception>
    public void Revalue(Money? amount, Moment now)
    {
        new Check().That(amount is null || amount.Value.Currency == Currency, "amount", "currency_differs", Currency)
            .That(amount is null || Math.Abs(amount.Value.Minor) <= LargestAmount, "amount", "amount_too_large").Throw();
        AmountMinor = amount?.Minor;
        Touch(now);
    }

    /// <summary>Somebody knows better than the stage how likely it is.</summary>
    /// <exception cref="RefusalException">409: the deal is closed. 422: not between 0 and 100.</exception>
    public void Estimate(int probability, Moment now)
    {
        if (probability == Probability) return;
        MustBeOpen();
        new Check().Within("probability", probability, 0, 100).Throw();
        Probability = (short)probability;
        Touch(now);
    }

    public void Expect(DateOnly? closeOn, Moment now)
    {
        ExpectedCloseOn = closeOn;
        Touch(now);
    }

    public void Assign(Guid? owner, Moment now)
    {
        OwnerId = owner;
        Touch(now);
    }

    public void SellTo(Guid? account, Moment now)
    {
        AccountId = account;
        Touch(now);
    }

    /// <exception cref="RefusalException">422: too long, or a day without a step.</exception>
    public void PlanNextStep(string? step, DateOnly? on, Moment now)
    {
        new Check().NoLonger("next_step", step, 300).That(on is null || Check.Trimmed(step) is not null, "next_step", "required").Throw();
        (NextStep, NextStepOn) = (Check.Trimmed(step), on);
        Touch(now);
    }

    public void Tag(IReadOnlyList<string> tags, Moment now)
    {
        new Check().NoLonger("tags", tags, 60, 50).Throw();
        Tags = [.. tags];
        Touch(now);
    }

    /// <summary>Corrects the day on which a closed deal was closed.</summary>
    /// <exception cref="RefusalException">409: the deal is open. 422: the day lies in the future.</exception>
    public void DateClosing(DateOnly on, Moment now)
    {
        if (on == ClosedOn) return;
        if (IsOpen) throw new RefusalException(409, "deal_open_already");
        new Check().That(on <= now.Today, "closed_on", "not_in_the_future").Throw();
        ClosedOn = on;
        Touch(now);
    }

    /// <summary>Says who has a say in the deal, with their roles; the others leave. Load <see cref="Contacts"/> first.</summary>
    public void Involve(IReadOnlyList<(Guid Contact, string? Role)> people, Moment now)
    {
        foreach (var gone in contacts.Where(one => people.All(person => person.Contact != one.ContactId)).ToList())
        {
            gone.Leave();
            contacts.Remove(gone);
        }
        foreach (var (contact, role) in people)
        {
            if (contacts.Find(one => one.ContactId == contact) is { } known) known.PlayRole(role);
            else contacts.Add(DealContact.Join(Id, contact, role, now));
        }
        Touch(now);
    }

    /// <summary>Writes down what is sold; the amount becomes its total. Load <see cref="Lines"/> first.</summary>
    /// <exception cref="RefusalException">422: a price in another currency, or nothing of something.</exception>
    public void Quote(IReadOnlyList<(string Name, decimal Quantity, Money Price)> items, Moment now)
    {
        var check = new Check().That(items.Count <= 200, "lines", "too_many", 200);
        for (var i = 0; i < items.Count; i++)
        {
            check.Required($"lines/{i}/name", items[i].Name).NoLonger($"lines/{i}/name", items[i].Name, 200)
                .That(items[i].Quantity is > 0 and < 1_000_000_000, $"lines/{i}/quantity", "out_of_range", 0, 1_000_000_000)
                .That(items[i].Price.Currency == Currency, $"lines/{i}/unit_price", "currency_differs", Currency);
        }
        check.Throw();
        lines.Clear();
        lines.AddRange(items.Select((item, i) => DealLine.Of(Id, i, item.Name, item.Quantity, item.Price, now)));
        if (lines.Count > 0) AmountMinor = lines.Sum(line => line.TotalMinor);
        Touch(now);
    }
}
