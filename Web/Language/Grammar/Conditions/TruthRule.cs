using Web.Semantics;

namespace Web.Language;

/// <summary>クーポンあり, "elected = Yes", メンテフラグがTRUE are conditions on a yes-or-no column; セールの有無, ありとなし, "with and without pets" divide by it.</summary>
internal static class TruthRule
{
    private const int Reach = 6;
    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal) { "あり", "有", "有り", "ある", "のある", "がある", "の有る", "あった", "している", "した", "はい", "yes", "true", "y", "t", "○", "◯", "〇", "済", "済み", "可", "可能", "on", "対応", "該当", "いる", "したい", "する", "あります", "しています", "付き", "つき", "必要", "必要な", "が必要", "が必要な", "必要である", "を要する", "要する", "必須", "必須の", "可能な", "になっている", "となっている", "になった", "されている", "がついている", "がついた", "が付いた", "が付いている", "を行った", "を実施", "を実施した", "を受けた", "実施", "実施済み", "もしている", "もしていて", "もした", "もしており", "もあり", "もある" };
    private static readonly HashSet<string> No = new(StringComparer.Ordinal) { "対象外", "適用外", "なし", "無", "無し", "ない", "のない", "がない", "の無い", "なかった", "していない", "してない", "いいえ", "no", "false", "n", "f", "×", "未", "不可", "不可能", "off", "非対応", "非該当", "いない", "したくない", "しない", "しなかった", "していません", "ありません", "そうでない", "そうではない", "そうじゃない", "それ以外", "それ以外で", "それ以外では", "それ以外は", "それ以外の", "出ていない", "が出ていない", "出なかった", "不要", "不要な", "が不要", "が不要な", "必要ない", "必要のない", "必要としない", "必要でない", "必要がない", "を要しない", "になっていない", "になってない", "となっていない", "となってない", "になっていなかった", "されていない", "されてない", "されなかった", "ではない", "でない", "じゃない", "ではなかった", "でなかった", "ついていない", "付いていない", "がついていない", "が付いていない", "をしていない", "をしなかった", "を行っていない", "未実施", "そうでないもの", "そうではないもの", "そうじゃないもの", "そうでないの", "そうでない人", "そうではない人", "そうでない方", "そうでない日", "そうでない時", "そうでないとき", "それ以外のもの", "それ以外の人", "発生していない", "が発生していない", "起きていない", "が起きていない", "without", "not", "non", "でもない", "でもなく" };
    private static readonly HashSet<string> Both = new(StringComparer.Ordinal) { "有無", "ありなし", "あるなし", "あるかないか", "可否", "是非", "要否", "かどうか", "か否か", "いかん", "ornot" };
    private static readonly HashSet<string> With = new(StringComparer.Ordinal) { "with", "having", "withthe", "witha", "withan", "has", "have", "is", "are" };

    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Field(i) is { Type: ColumnType.Boolean } column && !scene.Used(i)) Read(scene, draft, i, column);
            else if (scene.Field(i) is { Type: ColumnType.Text, Role: ColumnRole.Dimension } kinds && !scene.Used(i) && NoneOf(kinds) is { } none) ReadKinds(scene, draft, i, kinds, none);
        }
    }

    private static readonly HashSet<string> Nones = new(StringComparer.OrdinalIgnoreCase) { "no", "none", "なし", "無し", "無", "without" };

    private static string? NoneOf(Column column) => column.Values is { Count: > 2 and <= 20 } values ? values.FirstOrDefault(Nones.Contains) : null;

    /// <summary>"without internet", オプションなし, where one of the kinds is none.</summary>
    private static void ReadKinds(Scene scene, Draft draft, int i, Column column, string none)
    {
        var before = scene.Next(i, -1);
        var denied = !scene.IsJapanese(i) && scene.Is(before, WordKind.Not) && scene.Raw(before) is "without" or "no" && scene.Value(scene.Next(i)) is null;
        (Answer? said, int last) = denied ? ((Answer?)Answer.No, i) : scene.IsJapanese(i + 1) ? StateAfter(scene, i) : ((Answer?)null, i);
        if (said is not (Answer.Yes or Answer.No) || scene.Is(last + 1, WordKind.ByAfter)) return;
        var part = new FilterPart { Column = column, Op = said is Answer.No ? FilterOp.Equal : FilterOp.NotEqual, Value = none };
        draft.Filters.Add(part);
        for (var k = i; k <= last; k++) scene.Use(k, part);
        if (denied) scene.Use(before, part);
    }

    /// <summary>", financed only", "only the insured": no other word says yes.</summary>
    private static bool IsOnly(Scene scene, int i) =>
        !scene.IsJapanese(i) && !scene.Is(scene.Next(i, -1), WordKind.Not) && ((scene.Raw(i + 1) is "only" || scene.Raw(i + 1) is "ones" && scene.Raw(i + 2) is "only") && !scene.Is(scene.Next(i, -1), WordKind.By) || scene.Raw(i - 1) is "only" or "onlythe" or "just");

    private static void Read(Scene scene, Draft draft, int i, Column column)
    {
        if (IsOnly(scene, i))
        {
            var only = new FilterPart { Column = column, Op = FilterOp.Equal, Value = true };
            draft.Filters.Add(only);
            scene.Use(i, only);
            return;
        }
        if (SidesBefore(scene, i) is { Count: > 0 } sides || WhetherAt(scene, i, out sides))
        {
            Divide(scene, draft, column, [i, .. sides]);
            return;
        }
        // "completed yes and no", 遅延の「はい」「いいえ」
        if (YesAndNo(scene, i) is { Count: > 0 } answers)
        {
            Divide(scene, draft, column, [i, .. answers]);
            return;
        }
        // "financed or not"
        if (scene.Raw(i + 1) is "or" && scene.Raw(i + 2) is "not" && (i + 3 >= scene.Count || scene.IsMark(i + 3) || scene.Is(i + 3, WordKind.By)))
        {
            Divide(scene, draft, column, [i, i + 1, i + 2]);
            return;
        }
        var (said, last) = StateAfter(scene, i);
        if (said is null)
        {
            // ペット可と不可, メンテ中とそうでない時
            if (OtherBehind(scene, i) is { Count: > 0 } behind)
            {
                Divide(scene, draft, column, [i, .. behind]);
                return;
            }
            // "superhosts against the rest"
            if (AgainstRest(scene, i) is { Count: > 0 } rest)
            {
                Divide(scene, draft, column, [i, .. rest]);
                return;
            }
            // "new vs renewal", "originals vs licensed": what is set against a yes, and is not known, is its no.
            if (AgainstUnknown(scene, i) is { Length: > 0 } against)
            {
                Divide(scene, draft, column, [i, .. against]);
                return;
            }
            // "with an elevator … than those without"
            if (HasSide(scene, i) && LoneNot(scene, i) is >= 0 and var lone) Divide(scene, draft, column, [i, lone]);
            return;
        }
        if (said is Answer.Either || OtherSide(scene, last, column, said.Value) is { Count: > 0 })
        {
            List<int> others = said is Answer.Either ? [] : OtherSide(scene, last, column, said.Value);
            Divide(scene, draft, column, [.. Enumerable.Range(i, last - i + 1), .. others]);
            if (others.Count > 0) UseBearers(scene, last, others.Max());
            return;
        }
        if (scene.Is(last + 1, WordKind.ByAfter)) return;
        var part = new FilterPart { Column = column, Op = FilterOp.Equal, Value = said is Answer.Yes };
        draft.Filters.Add(part);
        for (var k = i; k <= last; k++) scene.Use(k, part);
        if (NegationAfter(scene, last) is >= 0 and var not)
        {
            part.Value = said is not Answer.Yes;
            scene.Use(not, part);
        }
    }

    private static List<int> YesAndNo(Scene scene, int i)
    {
        var said = Enumerable.Range(i + 1, Math.Min(8, Math.Max(0, scene.Count - i - 1))).TakeWhile(k => scene.IsSmall(k) || scene.IsMark(k) || scene.IsJoin(k) || scene.Raw(k) is "yes" or "no" or "はい" or "いいえ" or "true" or "false" or "y" or "n" or "vs" or "versus" or "or").ToList();
        var yes = said.FindIndex(k => scene.Raw(k) is "yes" or "はい" or "true" or "y");
        var no = said.FindIndex(k => scene.Raw(k) is "no" or "いいえ" or "false" or "n");
        return yes >= 0 && no >= 0 ? said[..(Math.Max(yes, no) + 1)] : [];
    }

    /// <summary>ある建物とない建物: who has it and who has not are the rows, not another division.</summary>
    private static void UseBearers(Scene scene, int one, int other)
    {
        foreach (var k in new[] { scene.Next(one), scene.Next(other) }.Where(k => k >= 0 && scene.IsJapanese(k) && !scene.Is(k + 1, WordKind.ByAfter) && (scene.IsEntity(k) || scene.Category(k) is { Type: ColumnType.Text } or { Role: ColumnRole.Identity }))) scene.Use(k, new Setting("/dataset"));
    }

    /// <summary>The no that is joined to a column named by its yes.</summary>
    private static List<int> OtherBehind(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count && k <= i + 3; k++)
        {
            if (scene.IsJapanese(k) && (scene.IsJoin(k) || scene.Raw(k) is "と" or "か"))
                return At(scene, k + 1) is { Answer: Answer.No } other ? [k, .. Enumerable.Range(k + 1, other.Last - k)] : [];
            if (!scene.IsJapanese(k) || scene.Field(k) is not null || scene.Value(k) is not null || scene.Raw(k).Length > 3) return [];
        }
        return [];
    }

    private static List<int> AgainstRest(Scene scene, int i)
    {
        var versus = scene.Next(i);
        // "OECD members vs the rest"
        var bearers = !scene.Is(versus, WordKind.Versus) && (scene.IsUnknown(versus) && (scene.Raw(versus) is "members" || PersonNouns.Are([scene.LastToken(versus)])) || scene.IsEntity(versus)) && scene.LastToken(versus) is { Raw: [.., _, 's'] } ? versus : -1;
        if (bearers >= 0) versus = scene.Next(versus);
        var rest = scene.Is(versus, WordKind.Versus) ? scene.Next(versus) : -1;
        if (rest < 0 || scene.IsJapanese(rest) || scene.Raw(rest) is not ("rest" or "others" or "everyone" or "everybody" or "everything" or "remaining" or "remainder" or "other" or "ordinary" or "therest" or "theothers")) return [];
        List<int> items = scene.Raw(rest + 1) is "else" or "ones" or "of" ? [versus, rest, rest + 1] : [versus, rest];
        return bearers < 0 ? items : [bearers, .. items];
    }

    private static int[] AgainstUnknown(Scene scene, int i)
    {
        if (scene.IsJapanese(i)) return [];
        foreach (var step in new[] { 1, -1 })
        {
            var versus = scene.Next(i, step);
            if (!scene.Is(versus, WordKind.Versus)) continue;
            var other = versus + step;
            // "those who died versus those who lived"
            if (step > 0 && scene.Raw(other) is "those" or "thosewho" or "thosethat" or "people" or "whowere") while (other + 1 < scene.Count && scene.Raw(other) is "those" or "who" or "that" or "thosewho" or "thosethat" or "people" or "were" or "are") other++;
            if (scene.IsUnknown(other) && !scene.IsJapanese(other) && !scene.FirstToken(other).Capital && !scene.IsUnknown(other + step)) return [versus, other];
            // "new" is a word of courtesy elsewhere
            if (scene.Raw(other) is "new" or "old" or "regular" or "normal" or "standard" or "manual") return [versus, other];
        }
        return [];
    }

    private static int NegationAfter(Scene scene, int last)
    {
        var next = scene.Next(last);
        // キャンセル分は除いて
        if (scene.Raw(next) is "分" or "もの" && scene.IsJapanese(next)) next = scene.Next(next);
        if (scene.IsEntity(next) || scene.Category(next) is not null) next = scene.Next(next);
        return scene.Is(next, WordKind.NotAfter) || (scene.IsJapanese(next) && scene.Is(next, WordKind.Remove)) ? next : -1;
    }

    private enum Answer { Yes, No, Either }

    private static void Divide(Scene scene, Draft draft, Column column, IEnumerable<int> items)
    {
        var part = draft.Groups.Find(g => g.Column == column) ?? new GroupPart { Column = column, Grouped = true, Sides = true };
        if (!draft.Groups.Contains(part)) draft.Groups.Add(part);
        foreach (var item in items) scene.Use(item, part);
        for (var k = 0; k < scene.Count; k++)
        {
            if (scene.Field(k) == column) scene.Use(k, part);
        }
    }

    /// <summary>The answer right behind the column, with only glue or an equals sign between.</summary>
    private static (Answer? Said, int Last) StateAfter(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count && k <= i + 3; k++)
        {
            if (At(scene, k) is { } found) return (found.Answer, found.Last);
            var glue = scene.IsSmall(k) || scene.Raw(k) is "=" or ":" or "(" or "「" or "\"" or "\'" || (scene.Is(k, WordKind.Compare) && scene.Raw(k) is "=" or "equalto");
            if (!glue || scene.Field(k) is not null) break;
        }
        return (null, i);
    }

    /// <summary>あり, or いいえ in several pieces; 有無 where nothing is chosen.</summary>
    private static (Answer Answer, int Last)? At(Scene scene, int k)
    {
        if (k < 0 || k >= scene.Count || scene.Used(k) && !scene.IsSmall(k) && scene.PartOf(k) is not null) return null;
        for (var last = Math.Min(scene.Count - 1, k + 6); last >= k; last--)
        {
            if (last > k && Enumerable.Range(k + 1, last - k).Any(m => !scene.FirstToken(m).Glued)) continue;
            var raw = string.Concat(Enumerable.Range(k, last - k + 1).Select(scene.Raw));
            if (raw.EndsWith('別') && Both.Contains(raw[..^1])) return (Answer.Either, last);
            if (Both.Contains(raw)) return (Answer.Either, last);
            if (Yes.Contains(raw)) return (Answer.Yes, last);
            if (No.Contains(raw) && !(raw is "no" or "not" or "without" or "non" && scene.Next(k) >= 0 && !scene.IsMark(k + 1) && !scene.IsJapanese(k + 1))) return (Answer.No, last);
        }
        return null;
    }

    /// <summary>ありとなし, "yes / no", ある建物とない建物: the other answer, joined to the first.</summary>
    private static List<int> OtherSide(Scene scene, int last, Column column, Answer said)
    {
        var joined = false;
        for (var k = last + 1; k < scene.Count && k <= last + Reach; k++)
        {
            joined |= scene.IsJoin(k) || scene.Is(k, WordKind.Versus) || scene.Raw(k) is "or" or "か" or "/" or "・" or "と";
            if (joined && At(scene, k) is { } other && other.Answer != said) return [.. Enumerable.Range(last + 1, other.Last - last).Where(m => m >= k || scene.Field(m) == column || scene.IsJoin(m) || scene.Is(m, WordKind.Versus))];
            if (scene.Is(k, WordKind.ByAfter, WordKind.By) || scene.Measure(k) is not null) break;
        }
        return [];
    }

    /// <summary>"with and without X", "X vs no X" said before the column.</summary>
    private static List<int> SidesBefore(Scene scene, int i)
    {
        var not = scene.Next(i, -1);
        if (!scene.Is(not, WordKind.Not) || scene.IsJapanese(not)) return [];
        var join = not - 1;
        while (scene.IsSmall(join) && !With.Contains(scene.Raw(join)) && scene.Raw(join) is not "or") join--;
        if (!(scene.IsJoin(join) || scene.Is(join, WordKind.Versus) || scene.Raw(join) is "or")) return [];
        return With.Contains(scene.Raw(join - 1)) ? [not, join, join - 1] : [];
    }

    private static bool WhetherAt(Scene scene, int i, out List<int> words)
    {
        words = [];
        for (var k = i - 1; k >= 0 && k >= i - 4; k--)
        {
            if (scene.Raw(k).Contains("whether", StringComparison.Ordinal)) words = [k];
        }
        if (words.Count > 0 && scene.Is(scene.Next(words[0], -1), WordKind.By)) words.Add(scene.Next(words[0], -1));
        return words.Count > 0;
    }

    private static bool HasSide(Scene scene, int i) => Enumerable.Range(Math.Max(0, i - 2), Math.Min(2, i)).Any(k => With.Contains(scene.Raw(k)));

    /// <summary>"those without": nothing follows that it could be without.</summary>
    private static int LoneNot(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count; k++)
        {
            if (scene.Raw(k) is "without" or "withoutone" && scene.Field(scene.Next(k)) is null && scene.Value(scene.Next(k)) is null) return k;
        }
        return -1;
    }
}
