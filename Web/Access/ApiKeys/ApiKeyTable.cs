using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Access.ApiKeys;

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.KeyedInTenant("api_keys");
        builder.Property(key => key.Role).HasConversion<WordConverter<Role>>();
    }
}

public static class ApiKeySets
{
    extension(AppDb db)
    {
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();
    }
}
