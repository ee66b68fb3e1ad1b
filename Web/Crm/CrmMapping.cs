using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Crm;

internal static class CrmMapping
{
    public static void IsCrmRecord<T>(this EntityTypeBuilder<T> builder, string table) where T : CrmRecord
    {
        builder.KeyedInTenant(table);
        builder.Property(record => record.Custom).HasColumnType("jsonb");
        builder.Property(record => record.Version).HasColumnName("xmin").IsRowVersion();
    }
}
