using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Web.Tests.Semantics;

public sealed partial class SemanticsTextsTests
{
    [Theory]
    [InlineData("Semantics/SemanticsTexts")]
    [InlineData("Insights/Charts/ChartsTexts")]
    public void Both_languages_have_the_same_texts_with_the_same_places(string path)
    {
        var (en, ja) = (Read(path + ".resx"), Read(path + ".ja.resx"));
        Assert.Equal(en.Keys.Order(StringComparer.Ordinal), ja.Keys.Order(StringComparer.Ordinal));
        foreach (var key in en.Keys.Where(k => k != "half")) Assert.Equal(Places(en[key]), Places(ja[key]));
    }

    [Fact]
    public void Every_fault_code_has_a_text()
    {
        var texts = Read("Semantics/SemanticsTexts.resx");
        var folder = Path.Combine(Root(), "Web", "Semantics");
        var codes = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value)).ToList();
        Assert.True(codes.Count > 60, $"only {codes.Count} codes were found");
        Assert.All(codes, code => Assert.Contains(code, texts.Keys));
    }

    private static string[] Places(string text) => [.. Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(Path.Combine(Root(), "Web", path)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("""(Add|Fault|FaultAt|Missing)\((pointer, |\$?"[^"]*", )?"(?<code>[a-z]+(_[a-z]+)+)"[,)]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
