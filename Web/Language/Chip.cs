namespace Web.Language;

/// <summary>One part of a reading as a chip: <c>/filters/0 · Period (closed on) · this year</c>.</summary>
/// <param name="Slot">The JSON pointer of the part of the query.</param>
/// <param name="Role">What the part does: measure, x axis, period, series, filter, order, limit, chart.</param>
/// <param name="Value">What it is set to, in the person's language.</param>
/// <param name="Assumed">Whether it was filled in rather than said.</param>
public sealed record Chip(string Slot, string Role, string Value, bool Assumed);
