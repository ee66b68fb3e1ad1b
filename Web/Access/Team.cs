namespace Web.Access;

/// <summary>People who work together.</summary>
public sealed class Team(Guid id, string name)
{
    public Guid Id { get; private set; } = id;
    public string Name { get; private set; } = name;
}
