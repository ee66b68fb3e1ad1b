using System.Text.RegularExpressions;
using System.Xml.Linq;
using Web.Tests.Support;

namespace Web.Tests.Semantics;

public sealed partial class SemanticsTextsTests
{
    [Fact]
    public void Every_fault_code_has_a_text()
    {
        var texts = Read("Semantics/SemanticsTexts.resx");
        var folder = Path.Combine(SourceTree.Root, "Web", "Semantics");
        var codes = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value)).ToList();
        Assert.True(codes.Count > 60, $"only {codes.Count} codes were found");
        Assert.All(codes, code => Assert.Contains(code, texts.Keys));
    }

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(Path.Combine(SourceTree.Root, "Web", path)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    [GeneratedRegex("""(Add|Fault|FaultAt|Missing)\((pointer, |\$?"[^"]*", )?"(?<code>[a-z]+(_[a-z]+)+)"[,)]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
