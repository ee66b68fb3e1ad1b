using System.Text.Json;
using Web.Kernel;

namespace Web.Insights.Datasets.Contracts;

/// <summary>One member of a JSON body read as what it must be; what does not fit becomes a fault and the value stays as it was.</summary>
internal sealed class JsonPart(JsonElement value, string pointer, List<Fault> faults)
{
    private const int MostTexts = 200, LongestText = 200, MostLists = 5000;

    public string? Text(int longest)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        return Plain(value, pointer, longest) is { Length: > 0 } text ? text : null;
    }

    public bool Flag(bool before)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        faults.Add(new Fault(pointer, "wrong_type"));
        return before;
    }

    public T? OneOf<T>(T? before) where T : struct, Enum
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        var words = Enum.GetValues<T>().ToDictionary(one => JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ToString()));
        if (value.ValueKind == JsonValueKind.String && words.TryGetValue(value.GetString()!, out var found)) return found;
        faults.Add(new Fault(pointer, "not_one_of", string.Join(", ", words.Keys)));
        return before;
    }

    public string? Word(IReadOnlyList<string> known, string? before)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String && known.Contains(value.GetString()!)) return value.GetString();
        faults.Add(new Fault(pointer, "not_one_of", string.Join(", ", known)));
        return before;
    }

    public IReadOnlyList<string> Words(IReadOnlyList<string> before, IReadOnlyList<string> known)
    {
        var texts = Texts(before);
        for (var i = 0; i < texts.Count; i++)
            if (!known.Contains(texts[i])) faults.Add(new Fault($"{pointer}/{i}", "not_one_of", string.Join(", ", known)));
        return texts;
    }

    /// <summary>A text for all languages, or one for each: <c>{"en":"Sales","ja":"売上"}</c>.</summary>
    public IReadOnlyDictionary<string, string> Titles(IReadOnlyDictionary<string, string> before, int longest, bool required = false)
    {
        Dictionary<string, string> titles = [];
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var one in value.EnumerateObject())
            {
                if (one.Name is not ("en" or "ja")) faults.Add(new Fault($"{pointer}/{one.Name}", "not_one_of", "en, ja"));
                else if (Plain(one.Value, $"{pointer}/{one.Name}", longest) is { Length: > 0 } text) titles[one.Name] = text;
            }
        }
        else if (value.ValueKind != JsonValueKind.Null && Plain(value, pointer, longest) is { Length: > 0 } text) titles["en"] = text;
        if (required && titles.Count == 0 && !faults.Exists(fault => fault.Field.StartsWith(pointer, StringComparison.Ordinal))) faults.Add(new Fault(pointer, "required"));
        return required && titles.Count == 0 ? before : titles;
    }

    public IReadOnlyList<string> Texts(IReadOnlyList<string> before) => TextsOf(value, pointer, before);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> TextLists(IReadOnlyDictionary<string, IReadOnlyList<string>> before)
    {
        if (value.ValueKind == JsonValueKind.Null) return new Dictionary<string, IReadOnlyList<string>>();
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new Fault(pointer, "wrong_type"));
            return before;
        }
        Dictionary<string, IReadOnlyList<string>> lists = [];
        foreach (var one in value.EnumerateObject()) lists[one.Name] = TextsOf(one.Value, $"{pointer}/{one.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", []);
        if (lists.Count > MostLists) faults.Add(new Fault(pointer, "too_many", MostLists));
        return lists;
    }

    private IReadOnlyList<string> TextsOf(JsonElement list, string at, IReadOnlyList<string> before)
    {
        if (list.ValueKind == JsonValueKind.Null) return [];
        if (list.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new Fault(at, "wrong_type"));
            return before;
        }
        if (list.GetArrayLength() > MostTexts)
        {
            faults.Add(new Fault(at, "too_many", MostTexts));
            return before;
        }
        var i = 0;
        return [.. list.EnumerateArray().Select(one => Plain(one, $"{at}/{i++}", LongestText)).OfType<string>().Where(text => text.Length > 0).Distinct()];
    }

    private string? Plain(JsonElement text, string at, int longest)
    {
        if (text.ValueKind != JsonValueKind.String || Decoded(text) is not { } decoded)
        {
            faults.Add(new Fault(at, "wrong_type"));
            return null;
        }
        if (decoded.Length <= longest) return decoded.Trim();
        faults.Add(new Fault(at, "too_long", longest));
        return null;
    }

    /// <summary>Half a surrogate pair or a zero is no text that could be kept.</summary>
    private static string? Decoded(JsonElement text)
    {
        try
        {
            var decoded = text.GetString()!;
            _ = decoded.IsNormalized(); // throws where a surrogate stands alone
            return decoded.Contains('\0') ? null : decoded;
        }
        catch (Exception cause) when (cause is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
