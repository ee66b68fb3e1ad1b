using Web.Kernel;

namespace Web.Insights.Charts;

internal static class ChartFaults
{
    /// <summary>A query's faults as the API tells them: 422 with one detail for each.</summary>
    public static RefusalException Refusal(IReadOnlyList<Semantics.Fault> faults, string locale) =>
        RefusalException.Invalid([.. faults.Select(fault => new Fault(fault.Pointer, fault.Code) { Message = fault.MessageIn(locale) })]);
}
