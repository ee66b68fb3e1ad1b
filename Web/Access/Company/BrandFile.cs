using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Access.Company;

/// <summary>A logo as it was cleaned and kept, named by the hash of what is in it.</summary>
public sealed class BrandFile
{
    private BrandFile()
    {
    }

    public Guid Id { get; private init; }
    public string Hash { get; private init; } = "";
    public string MediaType { get; private init; } = "";
    public int Width { get; private init; }
    public int Height { get; private init; }
    public byte[] Bytes { get; private init; } = [];
    public DateTimeOffset CreatedAt { get; private init; }

    internal static BrandFile Of(LogoImage image, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Hash = image.Hash, MediaType = image.MediaType, Width = image.Width, Height = image.Height, Bytes = image.Bytes, CreatedAt = now,
    };
}

internal sealed class BrandFileTable : IEntityTypeConfiguration<BrandFile>
{
    public void Configure(EntityTypeBuilder<BrandFile> builder) => builder.KeyedInTenant("brand_files");
}

public static class BrandFileSets
{
    private const int Kept = 5;

    extension(AppDb db)
    {
        public DbSet<BrandFile> BrandFiles => db.Set<BrandFile>();

        /// <summary>Keeps a logo, and of the earlier ones the last few, which letters on their way still show.</summary>
        internal async Task KeepLogoAsync(LogoImage image, DateTimeOffset now, CancellationToken cancellation)
        {
            if (!await db.BrandFiles.AnyAsync(file => file.Hash == image.Hash, cancellation)) db.BrandFiles.Add(BrandFile.Of(image, now));
            await db.SaveChangesAsync(cancellation);
            var newest = db.BrandFiles.OrderByDescending(file => file.CreatedAt).Take(Kept).Select(file => file.Id);
            await db.BrandFiles.Where(file => file.Hash != image.Hash && !newest.Contains(file.Id)).ExecuteDeleteAsync(cancellation);
        }
    }
}
