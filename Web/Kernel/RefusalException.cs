namespace Web.Kernel;

/// <summary>
/// A request that cannot be granted as it stands: what a person or program reads is made from <see cref="Code"/>
/// in their language, with <see cref="Arguments"/> filled in. Nothing of the request has been done.
/// </summary>
/// <param name="status">The HTTP status that says it: 400, 401, 403, 404, 409, 422 …</param>
/// <param name="code">Stable, snake_case.</param>
public sealed class RefusalException(int status, string code, params object[] arguments) : Exception(code)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
    public object[] Arguments { get; } = arguments;

    /// <summary>The permission that was missing, for <c>permission_denied</c>.</summary>
    public string? Permission { get; init; }

    /// <summary>The key of the sentence, where the code alone says too little.</summary>
    public string? TextKey { get; init; }

    /// <summary>What the plan or the installation allows, where that was reached …</summary>
    public long? Limit { get; init; }

    /// <summary>… and what is used, or would have been.</summary>
    public long? Used { get; init; }

    /// <summary>The record as it is now, for 412, and its version.</summary>
    public object? Current { get; init; }

    /// <inheritdoc cref="Current"/>
    public uint? Version { get; init; }

    /// <summary>When it may be tried again, for 429 and 503.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Faults by field, for <c>validation_failed</c>.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public static RefusalException NotFound() => new(404, "not_found");

    public static RefusalException Denied(string permission) => new(403, "permission_denied", permission) { Permission = permission };

    /// <summary>429: it was tried too often; the sentence says the minutes to wait.</summary>
    public static RefusalException TooMany(TimeSpan wait) => new(429, "too_many_tries", (int)Math.Ceiling(wait.TotalMinutes)) { RetryAfter = wait };

    public static RefusalException Invalid(params IReadOnlyList<Fault> faults) => new(422, "validation_failed") { Faults = faults };
}

/// <summary>One thing wrong with one field. <see cref="Field"/> is a form field's name or, for a JSON body, a JSON pointer.</summary>
public sealed record Fault(string Field, string Code, params object[] Arguments)
{
    /// <summary>The sentence, where whoever found the fault has written it already; otherwise it is made from the code.</summary>
    public string? Message { get; init; }

    /// <summary>The key of the sentence, where the code alone says too little.</summary>
    public string? TextKey { get; init; }

    /// <summary>The row of a file, counted from 1, and its column's header.</summary>
    public long? Row { get; init; }

    /// <inheritdoc cref="Row"/>
    public string? Column { get; init; }
}
