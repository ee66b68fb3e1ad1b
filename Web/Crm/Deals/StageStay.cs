namespace Web.Crm.Deals;

/// <summary>A stage on a deal's way: when it first stood there, and how many days in all.</summary>
public sealed record StageStay(Stage Stage, DateTimeOffset? Since, int Days, bool Current)
{
    public static IReadOnlyList<StageStay> Of(Pipeline pipeline, Deal deal, IReadOnlyList<StageStep> steps, DateTimeOffset now)
    {
        var inOrder = steps.OrderBy(step => step.At).ToList();
        return
        [
            .. pipeline.Stages.Select(stage =>
            {
                var stays = inOrder.Select((step, i) => (step, End: i + 1 < inOrder.Count ? inOrder[i + 1].At : Closes(step) ? step.At : now))
                    .Where(stay => stay.step.StageId == stage.Id && !Closes(stay.step)).ToList();
                return new StageStay(stage, stays.Count == 0 ? null : stays[0].step.At, (int)stays.Sum(stay => (stay.End - stay.step.At).TotalDays), stage.Id == deal.StageId);
            }),
        ];
    }

    private static bool Closes(StageStep step) => step.Step is StepKind.Won or StepKind.Lost;
}
