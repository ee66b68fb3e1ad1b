using Web.Semantics;

namespace Web.Language;

/// <summary>One reading before it is worded: the query, what it came from, and how well it explains the words.</summary>
internal sealed record Candidate(Scene Scene, Draft Draft, ChartQuery Query, double Score, double Coverage, IReadOnlyList<int> Unexplained)
{
    public string Json { get; } = Query.ToJson();

    /// <summary>Something of the dataset itself was named, not only words that any request has.</summary>
    public bool KnowsData
    {
        get
        {
            for (var i = 0; i < Scene.Count; i++)
            {
                if (Scene.Used(i) && Scene[i] is FieldMeaning or ValueMeaning or EntityMeaning) return true;
                if (Scene.Used(i) && Scene.Is(i, WordKind.DefaultMeasure) && Draft.Measures.Count > 0) return true;
            }
            return false;
        }
    }
}
