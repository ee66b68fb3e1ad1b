using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Crm.Deals;

/// <summary>Which deals somebody wants to see, as their address says it; the same on the board and in the list.</summary>
public sealed record DealFilter
{
    /// <summary>Whoever looks.</summary>
    public const string Me = "me";
    public const string Overdue = "overdue";
    public const int StaleDays = 14;

    public static IReadOnlyList<string> CloseWords { get; } = [Overdue, "this_month", "next_month", "this_fiscal_quarter", "next_fiscal_quarter", "this_fiscal_year"];

    public Guid? Pipeline { get; private init; }
    public DealStatus? Status { get; private init; }
    public Guid? Stage { get; private init; }
    public string? Owner { get; private init; }
    public string? Close { get; private init; }
    /// <summary>The least amount, in major units of the company's currency.</summary>
    public decimal? Least { get; private init; }
    public string? Words { get; private init; }
    /// <summary>Open, and nothing happened for two weeks.</summary>
    public bool Stale { get; private init; }

    /// <summary>What of an address says something; the rest is left out.</summary>
    public static DealFilter Of(IQueryCollection query) => new()
    {
        Pipeline = Id(query["pipeline"]),
        Status = query["status"].ToString() switch { "open" => DealStatus.Open, "won" => DealStatus.Won, "lost" => DealStatus.Lost, _ => null },
        Stage = Id(query["stage"]),
        Owner = query["owner"] == Me ? Me : Id(query["owner"])?.ToString(),
        Close = CloseWords.Contains(query["close"].ToString()) ? query["close"].ToString() : null,
        Least = Ui.Figures.TryRead(query["least"], "JPY", out var least) && least is { Minor: > 0 } ? least.Value.Major : null,
        Words = query["q"].ToString().Trim() is { Length: > 0 and <= 200 } words ? words : null,
        Stale = query["stale"] == "1",
    };

    public bool IsEmpty => Parts().All(part => part.Value is null);

    /// <summary>As a board takes it: every stage of its pipeline, none but open deals.</summary>
    public DealFilter ForBoard() => this with { Stage = null, Status = null, Pipeline = null };

    /// <summary>An address with this filter, some of its parts replaced or (by null) left out.</summary>
    public string Url(string path, params IReadOnlyList<(string Name, string? Value)> changed) => QueryHelpers.AddQueryString(path,
        Parts().Where(part => changed.All(change => change.Name != part.Name)).Concat(changed).Where(part => part.Value is not null)
            .Select(part => KeyValuePair.Create(part.Name, part.Value)));

    public IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("pipeline", Pipeline?.ToString()), ("status", Status?.ToString().ToLowerInvariant()), ("stage", Stage?.ToString()), ("owner", Owner), ("close", Close),
        ("least", Least?.ToString(CultureInfo.InvariantCulture)), ("q", Words), ("stale", Stale ? "1" : null),
    ];

    /// <summary>The deals that it lets through.</summary>
    public IQueryable<Deal> Narrow(AppDb db, Moment now, Tenant company)
    {
        IQueryable<Deal> deals = db.Deals;
        if (Pipeline is { } pipeline) deals = deals.Through(pipeline);
        if (Status is { } status) deals = deals.Where(deal => deal.Status == status);
        if (Stage is { } stage) deals = deals.In(stage);
        if ((Owner == Me ? now.By : Id(Owner)) is { } owner) deals = deals.OwnedBy(owner);
        if (Close == Overdue) deals = deals.Open().Where(deal => deal.ExpectedCloseOn < now.Today);
        else if (Close is not null && PeriodWord.Resolve(Close, company.Calendar, now.Today) is { } period) deals = deals.ExpectedWithin(period);
        if (Least is { } least) deals = AtLeast(deals, least, company.Currency);
        if (Stale) deals = deals.StaleSince(now.At.AddDays(-StaleDays));
        return Words is null ? deals : deals.Matching(db, Words);
    }

    private static IQueryable<Deal> AtLeast(IQueryable<Deal> deals, decimal amount, string currency)
    {
        var minor = amount > 1_000_000_000_000 ? long.MaxValue : Money.OfMajor(amount, currency).Minor;
        return deals.Where(deal => deal.Currency == currency && deal.AmountMinor >= minor);
    }

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
