using Web.Ui;

namespace Web.Tests.Ui;

public class AvatarTests
{
    private static readonly Guid Id = Guid.Parse("018f2c1e-7a00-7000-8000-000000000001");

    [Theory]
    [InlineData("佐伯 美咲", "佐")]
    [InlineData("Daniel Ortiz", "D")]
    [InlineData("priya nair", "P")]
    [InlineData("　高梨 亮", "高")]
    [InlineData("𠮷田 誠", "𠮷")]
    [InlineData("", "?")]
    [InlineData(null, "?")]
    public void The_name_gives_its_first_character(string? name, string initial) => Assert.Equal(initial, Avatar.Of(name, Id).Initial);

    [Fact]
    public void A_person_keeps_a_tint_and_all_six_are_used()
    {
        Assert.Equal(Avatar.Of("a", Id).Tint, Avatar.Of("b", Id).Tint);
        var tints = Enumerable.Range(0, 200).Select(i => Avatar.Of("x", new Guid(i, 0, 0, new byte[8])).Tint).ToHashSet();
        Assert.Equal([1, 2, 3, 4, 5, 6], tints.Order());
    }

    [Fact]
    public void Names_are_encoded_and_read_aloud_once()
    {
        var alone = Avatar.Html("<b>\"x", Id).ToString();
        Assert.Contains("aria-label=\"&lt;b&gt;&quot;x\"", alone, StringComparison.Ordinal);
        Assert.Contains(">&lt;</span>", alone, StringComparison.Ordinal);
        Assert.Contains("aria-hidden", Avatar.Html("佐伯", Id, named: true).ToString(), StringComparison.Ordinal);
        Assert.Contains("avatar large", Avatar.Html("佐伯", Id, large: true).ToString(), StringComparison.Ordinal);
    }
}
