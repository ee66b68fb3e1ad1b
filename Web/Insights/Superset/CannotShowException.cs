namespace Web.Insights.Superset;

/// <summary>Superset has no honest form for a part of a chart. <see cref="Why"/> is the key of a sentence.</summary>
public sealed class CannotShowException(string why) : Exception(why)
{
    public string Why { get; } = why;
}
