using System.Text.Json;
using Web.Kernel;

namespace Web.Jobs;

/// <summary>Why a job failed: a code and what fills its sentence, so that everybody reads it in their own language.</summary>
public sealed record JobError(int Status, string Code, IReadOnlyList<string> Arguments, IReadOnlyList<JobFault> Faults, long? Limit = null, long? Used = null)
{
    /// <summary>More faults than this are left out.</summary>
    public const int MostFaults = 100;

    internal static JobError Of(RefusalException refusal) => new(
        refusal.Status, refusal.Code, Words(refusal.Arguments), [.. refusal.Faults.Take(MostFaults).Select(fault => new JobFault(fault.Field, fault.Code, Words(fault.Arguments), fault.Message, fault.TextKey, fault.Row, fault.Column))],
        refusal.Limit, refusal.Used);

    internal static JobError Unexpected { get; } = new(500, "job_failed", [], []);

    /// <summary>Somebody decided that it shall not be done.</summary>
    internal static JobError GivenUp { get; } = new(409, "job_given_up", [], []);

    public static JobError Read(string json) => JsonSerializer.Deserialize<JobError>(json, JobJson.Options)!;

    internal string Write() => JsonSerializer.Serialize(this, JobJson.Options);

    public RefusalException ToRefusal() => new(Status, Code, [.. Arguments])
    {
        Limit = Limit,
        Used = Used,
        Faults = [.. Faults.Select(fault => new Fault(fault.Field, fault.Code, [.. fault.Arguments]) { Message = fault.Message, TextKey = fault.TextKey, Row = fault.Row, Column = fault.Column })],
    };

    private static string[] Words(object[] arguments) => [.. arguments.Select(argument => Convert.ToString(argument, System.Globalization.CultureInfo.InvariantCulture) ?? "")];
}

/// <inheritdoc cref="Fault"/>
public sealed record JobFault(string Field, string Code, IReadOnlyList<string> Arguments, string? Message, string? TextKey = null, long? Row = null, string? Column = null);
