namespace Web.Demo.Words;

/// <summary>Who buys tea on the east coast: hotels, restaurants, cafés, shops.</summary>
internal static class AmericanBuyers
{
    private static readonly string[] Houses =
    [
        "Alder", "Beacon", "Cedar Hill", "Driftwood", "Eastlake", "Fern & Stone", "Greenpoint", "Harborview", "Ivy Lane", "Juniper", "Kingsley", "Larkspur", "Maple Street", "Northgate",
        "Old Mill", "Paper Crane", "Quince", "Redbrick", "Seabright", "Tidewater", "Upper West", "Vineyard", "Willow", "Yarrow", "Blue Heron", "Copper Kettle", "Lantern", "Moonrise",
    ];

    private static readonly (string Trade, string Industry, double Weight)[] Trades =
    [
        ("Hotel", "Hotels", 2.5), ("Inn", "Hotels", 1.2), ("Kitchen", "Restaurants", 2), ("Bistro", "Restaurants", 1.5), ("Café", "Cafés", 2.5), ("Coffee Roasters", "Cafés", 1.5),
        ("Market", "Retail", 2), ("Grocers", "Retail", 1), ("Foods Distribution", "Wholesale", 1), ("Pantry Online", "E-commerce", 1), ("Beverage Co.", "Food manufacturing", 1), ("Gifts", "Corporate gifts", 0.8),
    ];

    private static readonly (string Region, string City)[] Places =
    [
        ("New York", "New York"), ("New York", "Brooklyn"), ("Massachusetts", "Boston"), ("Massachusetts", "Cambridge"), ("Connecticut", "New Haven"), ("Rhode Island", "Providence"),
        ("New Jersey", "Hoboken"), ("Pennsylvania", "Philadelphia"), ("Maryland", "Baltimore"), ("Virginia", "Richmond"), ("Maine", "Portland"),
    ];

    public static IEnumerable<DemoCustomer> From(Dice dice)
    {
        HashSet<string> used = [];
        while (true)
        {
            var trade = dice.Pick(Trades, one => one.Weight);
            var name = $"{dice.Pick(Houses)} {trade.Trade}";
            if (!used.Add(name)) continue;
            var (region, city) = dice.Pick(Places);
            var domain = new string([.. name.ToLowerInvariant().Replace('é', 'e').Where(char.IsAsciiLetterOrDigit)]);
            yield return new DemoCustomer(name, null, $"{domain}.example", trade.Industry, region, city, English: true);
        }
    }
}
