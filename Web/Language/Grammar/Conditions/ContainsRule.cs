using Web.Semantics;

namespace Web.Language;

/// <summary>"name contains tower", 商品名に「水」を含む, "movies with Winter in the title": the text is what stands in quotes or beside the word.</summary>
internal static class ContainsRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Contains).Concat(scene.All(WordKind.NotNull).Where(i => IsQuote(scene, i - 1))).ToList())
        {
            var japanese = scene.IsJapanese(i);
            // "beginning with the worst": an order, and no text.
            if (!japanese && scene.Is(scene.Next(i), WordKind.Superlative)) continue;
            var text = japanese ? Quoted(scene, i - 1) ?? PreviousText(scene, i) : NextText(scene, i);
            if (text is not { } found) continue;
            // "complaints that ended with a refund": a value that is known, and no letters of a name.
            if (!japanese && scene.Raw(i) is "endedwith" or "startedwith" or "endswith" or "beganwith" && scene.Value(found.First) is not null && !IsQuote(scene, found.First - 1))
            {
                scene.Use(i, new Setting("/filters"));
                continue;
            }
            var field = -1;
            for (var k = japanese ? found.First - 1 : i - 1; k >= 0 && k >= (japanese ? found.First : i) - 6 && field < 0; k--)
            {
                if (scene.Field(k) is { Type: ColumnType.Text }) field = k;
            }
            // コンビニと付く支払方法
            if (field < 0 && japanese && scene.Next(i) is >= 0 and var behind && scene.Field(behind) is { Type: ColumnType.Text }) field = behind;
            if (field < 0) continue;
            var op = scene.Word(i)!.Value switch { "starts_with" => FilterOp.StartsWith, "ends_with" => FilterOp.EndsWith, _ => FilterOp.Contains };
            var part = new FilterPart { Column = scene.Field(field), Op = op, Value = found.Text };
            draft.Filters.Add(part);
            scene.Use(field, part);
            scene.Use(i, part);
            if (op == FilterOp.Contains && scene.Is(i - 1, WordKind.Not))
            {
                part.Op = FilterOp.NotContains; // "does not contain"
                scene.Use(i - 1, part);
            }
            for (var k = found.First; k <= found.Last; k++) scene.Use(k, part);
        }
        foreach (var (text, last) in Letters.In(scene))
        {
            if (Letters.ColumnOf(scene, text.First, last) is not { } named) continue;
            var part = new FilterPart { Column = named, Op = text.Op, Value = text.Said };
            draft.Filters.Add(part);
            for (var k = text.First; k <= last; k++) scene.Use(k, part);
        }
        // "with the letter D in their first name"
        for (var i = 1; i + 2 < scene.Count; i++)
        {
            if (scene.Used(i) || scene.Raw(i - 1) is not ("letter" or "letters" or "theletter" or "theletters" or "word" or "theword" or "string" or "text")) continue;
            var it = scene.Raw(i + 1) is "in" && scene.Raw(i + 2) is "it" or "them" ? i + 2 : -1;
            if (it < 0 && scene.Raw(i + 1) is not ("in" or "inthe" or "intheir" or "inits") || (it > 0 ? Letters.ColumnOf(scene, i - 1, it) : scene.Field(scene.Next(i + 1))) is not { Type: ColumnType.Text } lettered) continue;
            var part = new FilterPart { Column = lettered, Op = FilterOp.Contains, Value = scene.Typed(i) };
            draft.Filters.Add(part);
            for (var k = i - 1; k <= (it > 0 ? it : scene.Next(i + 1)); k++) scene.Use(k, part);
        }
        // "products with Table in the name"
        for (var i = 2; i + 2 < scene.Count; i++)
        {
            var name = scene.Raw(i + 1) is "inthe" or "intheir" or "inits" ? i + 2 : scene.Raw(i + 1) is "in" && scene.Raw(i + 2) is "the" or "its" or "their" ? i + 3 : -1;
            if (name < 0 || scene.Raw(name) is not ("name" or "names") || scene.Raw(i - 1) is not ("with" or "has" or "have" or "having") || scene.IsMark(i) || scene.Field(i - 2) is not { Type: ColumnType.Text } called || scene.Used(i)) continue;
            var part = new FilterPart { Column = called, Op = FilterOp.Contains, Value = scene.Typed(i) };
            draft.Filters.Add(part);
            for (var k = i; k <= name; k++) scene.Use(k, part);
        }
        // "movies with Winter in the title"
        for (var i = 1; i + 1 < scene.Count; i++)
        {
            if (scene.Used(i) || !(scene.IsUnknown(i) || scene.Period(i) is { Part: not null }) || scene.IsJapanese(i) || scene.Raw(i + 1) is not ("in" or "inthe" or "intheir" or "inits") || scene.Raw(i - 1) is not ("with" or "has" or "have" or "having") || scene.Field(scene.Next(i + 1)) is not { Type: ColumnType.Text, Values: null or { Count: >= 20 } } named) continue;
            var part = new FilterPart { Column = named, Op = FilterOp.Contains, Value = scene.Typed(i) };
            draft.Filters.Add(part);
            scene.Use(i, part);
            scene.Use(scene.Next(i + 1), part);
        }
    }

    private static (int First, int Last, string Text)? NextText(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count && k <= i + 6; k++)
        {
            // "contains the letters 'an'"
            if (scene.Raw(k) is "letter" or "letters" or "word" or "words" or "text" or "string" or "character" or "characters" or "phrase" or "substring" or "theletters" or "theword") continue;
            if (scene.Raw(k - 1) is "'" or "\"" or "“" or "‘" && !scene.IsMark(k)) return (k, k, scene.Typed(k));
            if (!scene.IsMark(k) && (!scene.IsSmall(k) || scene.Raw(k).Length > 3)) return (k, k, scene.Typed(k));
        }
        return null;
    }

    private static bool IsQuote(Scene scene, int i) => scene.Raw(i) is "」" or "』" or "”" or "\"" or "'";

    /// <summary>「給食」が入っている: all that stands in the quotes.</summary>
    private static (int First, int Last, string Text)? Quoted(Scene scene, int end)
    {
        if (!IsQuote(scene, end)) return null;
        for (var k = end - 1; k >= 0; k--)
        {
            if (scene.Raw(k) is "「" or "『" or "“" or "\"" or "'") return k + 1 < end ? (k + 1, end - 1, scene.TypedFrom(k + 1, end - 1)) : null;
        }
        return null;
    }

    private static (int First, int Last, string Text)? PreviousText(Scene scene, int i)
    {
        for (var k = i - 1; k >= 0 && k >= i - 3; k--)
        {
            if (!scene.IsMark(k) && !scene.IsSmall(k)) return (k, k, scene.Typed(k));
        }
        return null;
    }
}
