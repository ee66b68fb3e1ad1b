using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace Web.Ui;

/// <summary>Addresses of the browser's files with a hash of their content, so that they may be kept for ever.</summary>
public static class Assets
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static IFileProvider files = new NullFileProvider();
    private static bool watch;

    internal static void ServeFrom(IFileProvider provider, bool rereads) => (files, watch) = (provider, rereads);

    public static string Url(string path) => watch ? Hashed(path) : Known.GetOrAdd(path, Hashed);

    public static string Icon(string name) => $"{Url("/lib/icons.svg")}#{name}";

    private static string Hashed(string path)
    {
        var file = files.GetFileInfo(path);
        if (!file.Exists) return path;
        using var stream = file.CreateReadStream();
        return $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(stream))[..12]}";
    }
}
