using System.Collections;
using System.Globalization;
using System.Resources;
using Web.Language;

namespace Web.Tests.Language;

public sealed class TextsTests
{
    [Fact]
    public void Both_languages_have_the_same_sentences()
    {
        var resources = new ResourceManager("Web.Language.LanguageTexts", typeof(Interpreter).Assembly);
        var english = Keys(resources, CultureInfo.InvariantCulture);
        var japanese = Keys(resources, CultureInfo.GetCultureInfo("ja"));
        Assert.NotEmpty(english);
        Assert.Equal(english, japanese);
    }

    private static string[] Keys(ResourceManager resources, CultureInfo culture) =>
        [.. resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key).Order(StringComparer.Ordinal)];
}
