using Web.Access;
using Web.Crm.Deals;

namespace Web.Demo;

/// <summary>What a demo company is like; the rest follows from it and the dice.</summary>
internal sealed record DemoRecipe
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Locale { get; init; }
    public required string TimeZone { get; init; }
    public required string Currency { get; init; }
    public required int FiscalYearStart { get; init; }
    public required string BrandColour { get; init; }
    public required ulong Seed { get; init; }
    public required DemoSize Size { get; init; }
    public required IReadOnlyList<DemoPerson> People { get; init; }
    public required IReadOnlyList<DemoPipeline> Pipelines { get; init; }
    public required IReadOnlyList<DemoProduct> Products { get; init; }
    /// <summary>How busy each month is, January first.</summary>
    public required IReadOnlyList<double> Season { get; init; }
    public required IReadOnlyList<(string Reason, double Weight)> LostReasons { get; init; }
    /// <summary>What the company's customers are called; endless.</summary>
    public required Func<Dice, IEnumerable<DemoCustomer>> Customers { get; init; }
    /// <summary>How many of a price's last digits are zeros, as a power of ten of minor units.</summary>
    public required long PriceStep { get; init; }

    public string EmailOf(DemoPerson person) => $"{person.Mailbox}@{Slug}.example";
}

internal sealed record DemoSize(int Accounts, int Contacts, int Deals)
{
    public static DemoSize Small { get; } = new(60, 200, 400);
}

/// <param name="Share">Their share of the deals; 0 for those who do not sell.</param>
/// <param name="Luck">Added to the chance to win.</param>
internal sealed record DemoPerson(string Name, string Mailbox, Role Role, string Team, double Share = 0, double Luck = 0, string? Locale = null);

internal sealed record DemoPipeline(string Name, double Share, IReadOnlyList<StagePlan> Stages);

/// <param name="Low">The usual price in major units, from …</param>
/// <param name="High">… to.</param>
internal sealed record DemoProduct(string Name, string EnglishName, double Low, double High, int MostPieces = 1);

/// <param name="English">Its people have western names and write English.</param>
internal sealed record DemoCustomer(string Name, string? Kana, string Domain, string Industry, string Region, string City, bool English);
