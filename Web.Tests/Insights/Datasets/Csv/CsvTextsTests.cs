using System.Text.RegularExpressions;
using Web.Insights.Datasets.Csv;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>Every fault and every assumption has its sentence.</summary>
public sealed partial class CsvTextsTests
{
    public static TheoryData<string> Codes { get; } =
    [
        .. CsvFaults.All,
        .. Assumed().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "Web/Insights/Datasets/Csv/Typing.cs"))).Select(match => match.Groups["code"].Value),
        "month_first", "day_first", "year_first", "above_header",
    ];

    [Theory, MemberData(nameof(Codes))]
    public void A_code_has_a_sentence_in_both_languages(string code)
    {
        Assert.NotEqual(code, CsvTexts.Get(code, "en"));
        Assert.NotEqual(CsvTexts.Get(code, "en"), CsvTexts.Get(code, "ja"));
    }

    [Fact]
    public void Every_code_is_listed()
    {
        var codes = typeof(CsvFaults).GetFields().Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(codes.Order(), CsvFaults.All.Order());
    }

    [GeneratedRegex("Assume\\(\"(?<code>[a-z_]+)\"\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assumed();
}
