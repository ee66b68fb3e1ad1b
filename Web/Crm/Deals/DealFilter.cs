using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
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

    private IReadOnlyList<(string Name, string? Value)>? parts;

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

    /// <summary>Everything, or everything of one status: what stands in an index in the order it is shown.</summary>
    public bool IsBroad => Parts().All(part => part.Value is null || part.Name == "status");

    /// <summary>As a board takes it: every stage of its pipeline, none but open deals.</summary>
    public DealFilter ForBoard() => this with { Stage = null, Status = null, Pipeline = null, parts = null };

    /// <summary>An address with this filter, some of its parts replaced or (by null) left out.</summary>
    public string Url(string path, params ReadOnlySpan<(string Name, string? Value)> changed)
    {
        var (url, first) = (new StringBuilder(path, 256), true);
        foreach (var (name, value) in Parts())
            if (value is not null && !Names(changed, name)) Append(url, ref first, name, value);
        foreach (var (name, value) in changed)
            if (value is not null) Append(url, ref first, name, value);
        return url.ToString();
    }

    public IReadOnlyList<(string Name, string? Value)> Parts() => parts ??=
    [
        ("pipeline", Pipeline?.ToString()), ("status", Status?.ToString().ToLowerInvariant()), ("stage", Stage?.ToString()), ("owner", Owner), ("close", Close),
        ("least", Least?.ToString(CultureInfo.InvariantCulture)), ("q", Words), ("stale", Stale ? "1" : null),
    ];

    /// <summary>Writes what lets its deals through (<c>d</c> in the statement), and the company's and no binned ones.</summary>
    public void Narrow(Statement sql, AppDb db, Moment now, Tenant company)
    {
        sql.Add($" d.tenant_id = {db.TenantId} and d.deleted_at is null");
        if (Pipeline is { } pipeline) sql.Add($" and d.pipeline_id = {pipeline}");
        if (Status is { } status) _ = status switch { DealStatus.Open => sql.Add($" and d.status = 'open'"), DealStatus.Won => sql.Add($" and d.status = 'won'"), _ => sql.Add($" and d.status = 'lost'") };
        if (Stage is { } stage) sql.Add($" and d.stage_id = {stage}");
        if ((Owner == Me ? now.By : Id(Owner)) is { } owner) sql.Add($" and d.owner_id = {owner}");
        if (Close == Overdue) sql.Add($" and d.status = 'open' and d.expected_close_on < {now.Today}");
        else if (Close is not null && PeriodWord.Resolve(Close, company.Calendar, now.Today) is { } period)
            sql.Add($" and d.expected_close_on between {period.From ?? DateOnly.MinValue} and {period.To ?? DateOnly.MaxValue}");
        if (Least is { } least) sql.Add($" and d.currency = {company.Currency} and d.amount_minor >= {Minor(least, company.Currency)}");
        if (Stale) sql.Add($" and d.status = 'open' and d.updated_at < {now.At.AddDays(-StaleDays).ToUniversalTime()}");
        if (Words is not null) Match(sql, db.TenantId, SearchText.Of(Words));
    }

    /// <summary>As <see cref="Narrow"/>, for columns that walk the board's index; whatever narrows them further is planned for the company.</summary>
    public void NarrowBoard(Statement sql, AppDb db, Moment now, Tenant company)
    {
        var filter = ForBoard();
        filter.Narrow(sql, db, now, company);
        if (filter.IsEmpty) sql.PlanOnce();
    }

    /// <summary>Those whose name, or whose account, contains the words, whatever their case and width.</summary>
    private static void Match(Statement sql, Guid tenant, string key) => sql.Add(
        $" and (strpos(d.sort_key, {key}) > 0 or exists (select from app.accounts m where m.tenant_id = {tenant} and m.id = d.account_id and m.deleted_at is null and strpos(m.search_key, {key}) > 0))");

    private static long Minor(decimal least, string currency) => least > 1_000_000_000_000 ? long.MaxValue : Money.OfMajor(least, currency).Minor;

    private static bool Names(ReadOnlySpan<(string Name, string? Value)> changed, string name)
    {
        foreach (var change in changed)
            if (change.Name == name) return true;
        return false;
    }

    private static void Append(StringBuilder url, ref bool first, string name, string value)
    {
        url.Append(first ? '?' : '&').Append(name).Append('=').Append(UrlEncoder.Default.Encode(value));
        first = false;
    }

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
