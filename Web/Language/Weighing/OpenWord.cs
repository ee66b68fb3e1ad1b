namespace Web.Language;

/// <summary>A word that nothing explains, with what it comes near to.</summary>
internal sealed class OpenWord
{
    public OpenWord(Scene scene, int item)
    {
        (Scene, Item, Tokens) = (scene, item, [.. scene.TokensOf(item)]);
        Place = WordPlaces.Of(scene, item);
        var nearby = scene.Lexicon.Nearby;
        (Columns, Values, ToTitle) = (nearby.OfColumns(Tokens), nearby.OfValues(Tokens), nearby.ToTitle(Tokens));
        WhenDropped = DropTraits.Of(this);
    }

    public Scene Scene { get; }
    public int Item { get; }
    public Token[] Tokens { get; }
    public string Raw => Scene.Raw(Item);
    public bool IsJapanese => Tokens[0].IsJapanese;
    public WordPlace Place { get; }
    public IReadOnlyList<Closeness> Columns { get; }
    /// <summary>The nearest first.</summary>
    public IReadOnlyList<Closeness> Values { get; }
    public double ToTitle { get; }
    public IReadOnlyList<Trait> WhenDropped { get; }
}
