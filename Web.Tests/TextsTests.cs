using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Web.Tests.Support;

namespace Web.Tests;

/// <summary>Every text stands in both languages, with the same places to fill in, and every key that is used is there.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string> Resources { get; } =
        [.. SourceTree.Files("Web", "*.resx").Where(file => !file.EndsWith(".ja.resx", StringComparison.Ordinal)).Select(file => Path.GetRelativePath(SourceTree.Root, file))];

    /// <summary>Half-years are numbered in English and named in Japanese.</summary>
    private static readonly HashSet<string> WordOrderDiffers = ["half"];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Both_languages_have_the_same_keys_and_places(string resource)
    {
        var english = Read(Path.Combine(SourceTree.Root, resource));
        var japanese = Read(Path.Combine(SourceTree.Root, resource[..^5] + ".ja.resx"));
        Assert.Equal(english.Keys.Order(), japanese.Keys.Order());
        foreach (var (key, text) in english)
        {
            Assert.False(string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(japanese[key]), $"{key} is empty");
            if (!WordOrderDiffers.Contains(key)) Assert.True(Places(text).SetEquals(Places(japanese[key])), $"{key}: the places to fill in differ");
        }
    }

    [Fact]
    public void Every_key_in_a_page_or_a_class_is_there()
    {
        List<string> missing = [];
        foreach (var file in SourceTree.Files("Web", "*.cs", "*.cshtml"))
        {
            var text = File.ReadAllText(file);
            foreach (Match named in Localizer().Matches(text))
            {
                var resource = SourceTree.Files("Web", named.Groups["type"].Value.Split('.')[^1] + ".resx").SingleOrDefault();
                if (resource is null) continue;
                var keys = Read(resource).Keys.ToHashSet();
                var uses = new Regex($@"\b{Regex.Escape(named.Groups["name"].Value)}\[""(?<key>[^""+]+)""(?<more>\s*\+)?", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
                foreach (Match use in uses.Matches(text))
                {
                    var key = use.Groups["key"].Value;
                    var found = use.Groups["more"].Success ? keys.Any(k => k.StartsWith(key, StringComparison.Ordinal)) : keys.Contains(key);
                    if (!found) missing.Add($"{Path.GetRelativePath(SourceTree.Root, file)}: {key}");
                }
            }
        }
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_code_of_a_refusal_has_its_sentence()
    {
        var keys = Read(Path.Combine(SourceTree.Root, "Web/Api/ApiTexts.resx")).Keys.ToHashSet();
        var codes = SourceTree.Files("Web", "*.cs").Where(file => !file.Contains("/Semantics/", StringComparison.Ordinal) && !file.Contains("/Insights/Charts/", StringComparison.Ordinal)) // they say their own
            .SelectMany(file => RefusalCode().Matches(File.ReadAllText(file))).Select(match => match.Groups["code"].Value).Distinct();
        Assert.Empty(codes.Except(keys));
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static HashSet<string> Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups["n"].Value.ToString(CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\{(?<n>[0-9]+|[a-z]+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"IStringLocalizer<(?<type>[A-Za-z.]+)>\s+(?<name>[A-Za-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Localizer();

    [GeneratedRegex(@"new (RefusalException\([0-9]+, |Web\.Kernel\.Fault\([^,]+, |Fault\(""[^""]*"", )""(?<code>[a-z_]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RefusalCode();
}
