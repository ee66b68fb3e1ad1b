using System.Security.Cryptography;
using System.Text.Json;

namespace Web.Data;

/// <summary>The passwords and the key of an embedded installation, made once and readable by the app's user only.</summary>
public sealed record EmbeddedSecrets(string Superuser, string Process, string Migrator, string Platform, string MasterKey)
{
    public static EmbeddedSecrets LoadOrMake(string folder)
    {
        var file = Path.Combine(folder, "secrets.json");
        if (File.Exists(file))
            return JsonSerializer.Deserialize<EmbeddedSecrets>(File.ReadAllText(file))
                ?? throw new StartRefusedException($"{file} is empty; put it back from a backup, or delete {folder} to begin anew.");
        var made = new EmbeddedSecrets(Random(), Random(), Random(), Random(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        using (var stream = new FileStream(file + ".new", new FileStreamOptions
        {
            Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            JsonSerializer.Serialize(stream, made);
            stream.Flush(flushToDisk: true);
        }
        File.Move(file + ".new", file);
        return made;
    }

    private static string Random() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
