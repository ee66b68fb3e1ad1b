namespace Web.Audit;

/// <summary>A record whose every change is written to the audit log in the same transaction.</summary>
public interface IRecorded
{
    Guid Id { get; }

    /// <summary>What the record is called there: <c>deal</c>, <c>member</c>.</summary>
    string EntityName { get; }

    /// <summary>The log's category.</summary>
    string EventCategory { get; }

    /// <summary>What the last verb was, when "updated" says too little: <c>won</c>, <c>stage_changed</c>. Read once by the recorder.</summary>
    string? TakeHappening() => null;

    /// <summary>How much it deserves a second look.</summary>
    string RiskOf(string happening) => EventCategory == "security" ? "medium" : "low";
}

/// <summary>A property that never appears in the audit log: a secret, or bookkeeping that says nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotRecordedAttribute : Attribute;
