namespace Web.Semantics.Checking;

/// <summary>What marks of unusual figures need: a running time, all of it, and figures as they are, one beside the other.</summary>
internal sealed class AnomalyCheck(CheckScope scope, ChartShape shape, IReadOnlyList<CheckedDimension> dimensions, bool raw)
{
    private const string At = "/anomalies";
    private readonly FaultList faults = scope.Faults;

    public void Check(ChartQuery query, IReadOnlyList<CheckedMeasure> measures)
    {
        if (query.Anomalies != true) return;
        if (!shape.Anomalies)
        {
            faults.Add(At, "anomalies_not_for_chart", shape.Template);
            return;
        }
        if (raw || dimensions.FirstOrDefault(d => d.Role == DimensionRole.X) is not { } x || x.Grain is not { } grain || Grains.IsCyclic(grain)) faults.Add(At, "anomalies_need_time");
        if (query.Measures.Count > 1) faults.Add("/measures", "anomalies_one_measure");
        else if (measures is [var measure] && (measure.Transform is not null || measure.Type is not (ColumnType.Integer or ColumnType.Number or ColumnType.Money))) faults.Add("/measures/0", "anomalies_plain_figure");
        if (measures is [{ IsMixed: true } mixed]) faults.Add("/measures/0/field", "one_currency_only", mixed.Column!.Name, shape.Template);
        if (query.Compare is not null) faults.Add("/compare", "anomalies_not_compared");
        if (query.Stack is Stack.Stacked or Stack.Percent || (query.Stack is null && shape.Stack != Stack.None && dimensions.Count > 1)) faults.Add("/stack", "anomalies_not_stacked");
        if (query.Limit is not null) faults.Add("/limit", "anomalies_all_time");
    }
}
