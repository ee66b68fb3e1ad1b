namespace Web.Language;

/// <content>Clauses that only say of which day or year is spoken.</content>
internal sealed partial class Neighbours
{
    /// <summary>"by the month in which the competition was held": what happened then is the row itself, and divides nothing.</summary>
    private bool IsInDatedClause(int i)
    {
        if (!items[i].English || !MayBe(i, m => m is FieldMeaning { Weak: false, Column.IsTemporal: false } or EntityMeaning)) return false;
        for (var k = i - 1; k >= 1 && k >= i - 3; k--)
        {
            if (Written(items[k]) is "inwhich" or "inwhichthe" or "onwhich" or "onwhichthe" || Written(items[k]) is "which" && Written(items[k - 1]) is "in" or "on") return IsStepBefore(Written(items[k]) is "which" ? k - 1 : k) && IsTold(i, k);
            if (sheet.Tokens[items[k].First].Script == Script.Mark) return false;
        }
        return false;
    }

    private bool IsStepBefore(int k) => k > 0 && Has(k - 1, WordKind.GrainNoun);

    /// <summary>"was held", "took place": the clause says what became of it.</summary>
    private bool IsTold(int i, int which) => i > which && i + 1 < items.Count && Written(items[i + 1]) is "was" or "were" or "is" or "are" or "took" or "takes" or "happened" or "began" or "started" or "ended";
}
