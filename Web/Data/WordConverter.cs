using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Web.Data;

/// <summary>Keeps an enum as its word in snake_case.</summary>
public sealed class WordConverter<T>() : ValueConverter<T, string>(value => Write(value), word => Read(word)) where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
    private static readonly Dictionary<string, T> Values = Words.ToDictionary(pair => pair.Value, pair => pair.Key);

    private static string Write(T value) => Words[value];

    internal static T Read(string word) => Values[word];
}
