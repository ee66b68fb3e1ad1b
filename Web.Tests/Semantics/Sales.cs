using Web.Semantics;

namespace Web.Tests.Semantics;

/// <summary>One row of the known data.</summary>
public sealed record Sale(
    int Id, Guid Tenant, DateOnly? SoldOn, DateTimeOffset SoldAt, string Rep, string? Region, string Product, int Quantity, double? Rating,
    long? Amount, long Fee, string Currency, bool Rush, int Year, int? Customer, bool Deleted);

/// <summary>Small known data, the contract of it and where it lies: what the tests of this room ask about.</summary>
public static class Sales
{
    public static readonly Guid Tenant = new("0190b2c0-0000-7000-8000-000000000001"), OtherTenant = new("0190b2c0-0000-7000-8000-000000000002");

    public static readonly DateOnly Today = new(2026, 11, 20);

    public static readonly Kernel.Calendar Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), 4);

    private static readonly string[] Reps = ["aoki", "baba", "chiba", "daniel", "endo"];
    private static readonly string?[] Regions = ["east", "west", "north", null];
    private static readonly string[] Products = ["Desk", "Chair", "ﾗﾝﾌﾟ", "100%_cotton", "O'Neil \"x\""];
    private static readonly string[] Currencies = ["JPY", "USD", "KWD"];

    public static readonly IReadOnlyDictionary<int, string> Industries = new Dictionary<int, string> { [1] = "retail", [2] = "software", [3] = "food" };

    /// <summary>400 rows of the tenant and 40 of another, the same on every run.</summary>
    public static IReadOnlyList<Sale> All { get; } = Make();

    /// <summary>What the tenant may see.</summary>
    public static IReadOnlyList<Sale> Own { get; } = [.. All.Where(s => s.Tenant == Tenant && !s.Deleted)];

    public static DatasetContract Contract { get; } = new()
    {
        Key = "sales",
        Titles = new Dictionary<string, string> { ["en"] = "Sales", ["ja"] = "売上" },
        DefaultTime = "sold_on",
        DefaultGrain = Grain.Month,
        CountOf = new Dictionary<string, string> { ["en"] = "sales", ["ja"] = "売上" },
        Columns =
        [
            Column("sold_on", ColumnType.Date, ColumnRole.Time, "Sold on", "販売日"),
            Column("sold_at", ColumnType.Timestamp, ColumnRole.Time, "Sold at", "販売時刻"),
            Column("rep", ColumnType.Text, ColumnRole.Dimension, "Rep", "担当者") with { SourceName = "Sales Rep" },
            Column("region", ColumnType.Text, ColumnRole.Dimension, "Region", "地域") with
            {
                ValueTitles = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["ja"] = new Dictionary<string, string> { ["east"] = "東" } },
            },
            Column("product", ColumnType.Text, ColumnRole.Dimension, "Product", "商品"),
            Column("quantity", ColumnType.Integer, ColumnRole.Measure, "Quantity", "数量") with { DefaultAggregate = Aggregates.Sum },
            Column("rating", ColumnType.Number, ColumnRole.Measure, "Rating", "評価"),
            Column("amount", ColumnType.Money, ColumnRole.Measure, "Amount", "金額") with { Currency = "JPY", DefaultAggregate = Aggregates.Sum },
            Column("cost", ColumnType.Money, ColumnRole.Measure, "Cost", "費用") with { Currency = "USD" },
            Column("fee", ColumnType.Money, ColumnRole.Measure, "Fee", "手数料"),
            Column("rush", ColumnType.Boolean, ColumnRole.Dimension, "Rush", "特急"),
            Column("year", ColumnType.Integer, ColumnRole.Time, "Year", "年"),
            Column("id", ColumnType.Integer, ColumnRole.Identity, "Id", "番号"),
            Column("customer.industry", ColumnType.Text, ColumnRole.Dimension, "Industry", "業種"),
            Column("days_ago", ColumnType.Integer, ColumnRole.Measure, "Days ago", "経過日数"),
            Column("secret", ColumnType.Text, ColumnRole.Dimension, "Secret", "秘密") with { Hidden = true },
        ],
        Measures =
        [
            new NamedMeasure { Name = "rush_rate", Titles = new Dictionary<string, string> { ["en"] = "Rush rate" }, Expression = "count(where rush = true) / count()" },
        ],
    };

    public static DatasetSource Source { get; } = new()
    {
        From = "sales s",
        TenantColumn = "s.tenant_id",
        Where = "s.deleted_at is null",
        Joins = new Dictionary<string, SourceJoin>
        {
            ["c"] = new("left join customers c on c.tenant_id = s.tenant_id and c.id = s.customer_id"),
            ["i"] = new("left join industries i on i.tenant_id = s.tenant_id and i.id = c.industry_id", "c"),
        },
        Columns = new Dictionary<string, SourceColumn>
        {
            ["sold_on"] = new("s.sold_on"),
            ["sold_at"] = new("s.sold_at"),
            ["rep"] = new("s.rep"),
            ["region"] = new("s.region"),
            ["product"] = new("s.product"),
            ["quantity"] = new("s.quantity"),
            ["rating"] = new("s.rating"),
            ["amount"] = new("s.amount"),
            ["cost"] = new("s.amount"),
            ["fee"] = new("s.fee", CurrencySql: "s.currency"),
            ["rush"] = new("s.rush"),
            ["year"] = new("s.year"),
            ["id"] = new("s.id"),
            ["customer.industry"] = new("i.name", "i"),
            ["days_ago"] = new("(@today::date - s.sold_on)", Today: true),
            ["secret"] = new("s.rep"),
        },
    };

    public static Dataset Dataset { get; } = new(Contract, Source);

    public static Catalog Catalog { get; } = new([Dataset]);

    public const string Tables = """
        create table industries (tenant_id uuid not null, id int not null, name text not null, primary key (tenant_id, id));
        create table customers (tenant_id uuid not null, id int not null, industry_id int not null, primary key (tenant_id, id));
        create table sales (
          tenant_id uuid not null, id int not null, sold_on date, sold_at timestamptz not null, rep text not null, region text,
          product text not null, quantity int not null, rating double precision, amount bigint, fee bigint not null, currency text not null,
          rush boolean not null, year int not null, customer_id int, deleted_at timestamptz, primary key (tenant_id, id));
        """;

    private static Column Column(string name, ColumnType type, ColumnRole role, string en, string ja) => new()
    {
        Name = name,
        Type = type,
        Role = role,
        Titles = new Dictionary<string, string> { ["en"] = en, ["ja"] = ja },
    };

    private static List<Sale> Make()
    {
        var state = 20u;
        int Next(int below)
        {
            state = (state * 1664525u) + 1013904223u;
            return (int)((state >> 8) % (uint)below);
        }
        var sales = new List<Sale>();
        for (var id = 1; id <= 440; id++)
        {
            // Some months stay empty, some hours lie on the other side of midnight in Tokyo, some values are missing.
            var at = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(Next(365 * 3 * 24 - 1000));
            if (at.Month is 5 or 6 && at.Year == 2025) at = at.AddMonths(3);
            var day = Tokyo.DateOf(at);
            sales.Add(new Sale(
                id, id <= 400 ? Tenant : OtherTenant, Next(12) == 0 ? null : day, at, Reps[Next(5)], Regions[Next(4)], Products[Next(5)],
                Next(40) - 5, Next(9) == 0 ? null : Next(100) / 10.0, Next(15) == 0 ? null : Next(500_000), Next(100_000), Currencies[Next(3)],
                Next(3) == 0, day.Year, Next(5) == 0 ? null : Next(3) + 1, Next(20) == 0));
        }
        return sales;
    }
}
