using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Web.Data;

/// <summary>One file of <c>migrations/</c>: its number, its name, its SQL.</summary>
public sealed record Migration(int Id, string Name, string Sql)
{
    /// <summary>SHA-256 of the text with line ends normalised, in hex.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The migrations of this build, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
        [.. EmbeddedText.Names("migrations/").Select(name => Of(name["migrations/".Length..], EmbeddedText.Read(name)))];

    /// <param name="fileName">For instance <c>0001_ground.sql</c>.</param>
    /// <exception cref="FormatException">The name has no number in front.</exception>
    public static Migration Of(string fileName, string sql) =>
        new(int.Parse(fileName[..fileName.IndexOf('_', StringComparison.Ordinal)], CultureInfo.InvariantCulture),
            Path.GetFileNameWithoutExtension(fileName), sql);
}
