using Web.Kernel;

namespace Web.Crm;

/// <summary>Collects what is wrong with what was typed, so that it can all be said at once.</summary>
public sealed class Check
{
    private readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> Faults => faults;

    public Check Required(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) faults.Add(new Fault(field, "required"));
        return this;
    }

    public Check NoLonger(string field, string? text, int most)
    {
        if (text?.Length > most) faults.Add(new Fault(field, "too_long", most));
        return this;
    }

    public Check NoLonger(string field, IReadOnlyList<string>? texts, int most, int count)
    {
        if (texts is null) return this;
        if (texts.Count > count) faults.Add(new Fault(field, "too_many", count));
        for (var i = 0; i < texts.Count; i++)
        {
            Required($"{field}/{i}", texts[i]);
            NoLonger($"{field}/{i}", texts[i], most);
        }
        return this;
    }

    public Check Within(string field, long? number, long least, long most)
    {
        if (number < least || number > most) faults.Add(new Fault(field, "out_of_range", least, most));
        return this;
    }

    public Check That(bool holds, string field, string code, params object[] arguments)
    {
        if (!holds) faults.Add(new Fault(field, code, arguments));
        return this;
    }

    /// <exception cref="RefusalException">422 with every fault found.</exception>
    public void Throw()
    {
        if (faults.Count > 0) throw RefusalException.Invalid(faults);
    }

    internal static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
