namespace Web.Semantics;

/// <summary>
/// How PostgreSQL is told to plan questions over a whole tenant. The tenant is named twice (by the statement and by the wall), so the
/// planner takes a big tenant for a few rows and would join by loops inside loops: measured 30 s where hashing takes 30 ms, on a company
/// made a moment ago whose tables have no statistics yet.
/// </summary>
public static class AnalyticPlan
{
    /// <summary>For this transaction only; lists and boards, which want loops over an index, never use it.</summary>
    public const string Setting = "set local enable_nestloop = off";
}
