using System.Collections.Concurrent;

namespace Web.Insights.Assistant.Models;

/// <summary>
/// Remembers which addresses do not answer, so that a dead one does not slow every question: after some failures in a row it is
/// left alone for a while, then one question tries it again. Each company's address is its own, even where two name the same.
/// </summary>
public sealed class Circuits(TimeProvider time)
{
    public const int Patience = 3;
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, State> states = new(StringComparer.Ordinal);

    public bool MayCall(ChosenModel model)
    {
        if (!states.TryGetValue(KeyOf(model), out var state)) return true;
        lock (state)
        {
            if (state.Failures < Patience) return true;
            if (time.GetUtcNow() < state.Until) return false;
            state.Until = time.GetUtcNow() + Rest; // this one tries; the others wait for what it finds
            return true;
        }
    }

    public void Succeeded(ChosenModel model) => states.TryRemove(KeyOf(model), out _);

    public void Failed(ChosenModel model)
    {
        if (states.Count >= Most) states.Clear();
        var state = states.GetOrAdd(KeyOf(model), _ => new State());
        lock (state)
        {
            if (++state.Failures >= Patience) state.Until = time.GetUtcNow() + Rest;
        }
    }

    private static string KeyOf(ChosenModel model) => $"{model.Mark} {model.Endpoint} {model.Model}";

    private sealed class State
    {
        public int Failures;
        public DateTimeOffset Until;
    }
}
