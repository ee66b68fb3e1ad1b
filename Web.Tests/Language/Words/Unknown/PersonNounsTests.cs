using Web.Semantics;

namespace Web.Tests.Language.Words.Unknown;

/// <summary>Who does the work is not who is served.</summary>
public sealed class PersonNounsTests
{
    private static readonly DatasetContract Jobs = new()
    {
        Key = "bike_jobs",
        DefaultTime = "date_in",
        Columns =
        [
            new() { Name = "job_no", Type = ColumnType.Text, Role = ColumnRole.Identity }, Pottery.Date("date_in"),
            Pottery.Text("customer", "Rob Attwell", "Jane Quigley", "Mia Vaughan", "Tom Bracegirdle", "Ida Lofthouse", "Sam Okonkwo"), Pottery.Text("mechanic", "Aneta", "Gareth", "Priya"), Pottery.Number("labour_min", "sum"),
        ],
    };

    [Theory]
    [InlineData("labour min by technician", "bar | x:mechanic/ | sum labour_min")]
    [InlineData("labour min by customer", "bar | x:customer/ | sum labour_min")]
    public void A_technician_is_no_customer(string words, string expected) => Assert.StartsWith(expected, Pottery.Said(words, Jobs), StringComparison.Ordinal);
}
