using Web.Access;
using Web.Crm.Deals;
using Web.Demo.Words;

namespace Web.Demo;

/// <summary>Kurosawa Tea, importers of tea on the American east coast: English, dollars, a calendar year with its rush before the holidays.</summary>
internal static class Kurosawa
{
    public static DemoRecipe Recipe { get; } = new()
    {
        Slug = "kurosawa",
        Name = "黒沢製茶 Kurosawa Tea",
        Locale = "en",
        TimeZone = "America/New_York",
        Currency = "USD",
        FiscalYearStart = 1,
        BrandColour = "#3f6b3a",
        Seed = 18_820_502,
        Size = new DemoSize(110, 280, 650),
        PriceStep = 500,
        People =
        [
            new("Aiko Kurosawa", "aiko", Role.Owner, "Management", 0.1, 0.1),
            new("Grace Whitman", "grace", Role.Admin, "Management"),
            new("Marcus Bell", "marcus", Role.Manager, "Hospitality", 0.25, 0.05),
            new("Lena Fischer", "lena", Role.Analyst, "Management"),
            new("Tomás Rivera", "tomas", Role.Member, "Hospitality", 0.25, 0.03),
            new("Oliver Grant", "oliver", Role.Viewer, "Management"),
            new("Ruth Abebe", "ruth", Role.Compliance, "Management"),
            new("Hannah Cole", "hannah", Role.Member, "Retail", 0.22, -0.02),
            new("Yuto Hayashi", "yuto", Role.Member, "Retail", 0.18, 0, "ja"),
        ],
        Pipelines =
        [
            new("Wholesale", 0.75, [new("Enquiry", 10), new("Tasting", 35), new("Quote", 60), new("Contract", 85)]),
            new("Private label", 0.25, [new("Brief", 15), new("Samples", 40), new("Packaging", 70), new("Sign-off", 90)]),
        ],
        Products =
        [
            new("Ceremonial matcha", "Ceremonial matcha", 1_800, 14_000),
            new("House sencha", "House sencha", 900, 8_500),
            new("Hojicha for lattes", "Hojicha for lattes", 700, 6_200),
            new("First flush gyokuro", "First flush gyokuro", 2_400, 18_000),
            new("Genmaicha tea bags", "Genmaicha tea bags", 600, 7_500),
            new("Iced tea programme", "Iced tea programme", 3_500, 26_000),
            new("Gift boxes", "Gift boxes", 1_200, 32_000),
            new("Teaware", "Teaware", 40, 180, 60),
            new("Barista training", "Barista training", 450, 2_400, 3),
        ],
        Season = [0.7, 0.8, 1.0, 1.3, 1.15, 0.95, 0.7, 0.75, 1.1, 1.4, 1.9, 1.25],
        LostReasons = [(LostReason.Price, 34), (LostReason.NoDecision, 20), (LostReason.Competitor, 18), (LostReason.Timing, 12), (LostReason.Fit, 10), (LostReason.Budget, 4), (LostReason.Other, 2)],
        Customers = AmericanBuyers.From,
    };
}
