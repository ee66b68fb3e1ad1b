using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Web.Data;

/// <summary>How a feature's tables are mapped: keyed by tenant and id, related by id.</summary>
internal static class Mapping
{
    /// <summary>The key of every table of ours, said early so that relations can stand on it.</summary>
    public static void KeyedInTenant<T>(this EntityTypeBuilder<T> builder, string table) where T : class
    {
        builder.ToTable(table);
        builder.Property<Guid>("TenantId");
        builder.HasKey("TenantId", "Id");
        builder.Property<Guid>("Id").ValueGeneratedNever();
    }

    /// <summary>A column that the database makes from others; read, never written.</summary>
    public static void MadeByDatabase<T>(this PropertyBuilder<T> property)
    {
        property.ValueGeneratedNever();
        property.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        property.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }

    /// <summary>
    /// A relation as EF needs it: for the order of inserts and for loading children. It stands on the id alone, which is unique
    /// everywhere; a tenant in it would be copied from parents that are not loaded. The tables' own keys carry the tenant.
    /// </summary>
    public static void StandsOnId<T, TOther>(this ReferenceCollectionBuilder<T, TOther> relation, string foreignKey) where T : class where TOther : class =>
        relation.HasPrincipalKey("Id").HasForeignKey(foreignKey).OnDelete(DeleteBehavior.ClientCascade);

    /// <summary>Tells the order of inserts; nothing is loaded along it.</summary>
    public static void IsReferencedBy<T, TOther>(this EntityTypeBuilder<T> builder, string foreignKey) where T : class where TOther : class =>
        builder.HasMany<TOther>().WithOne().HasPrincipalKey("Id").HasForeignKey(foreignKey).OnDelete(DeleteBehavior.ClientNoAction);
}
