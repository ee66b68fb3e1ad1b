using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Web.Data;

/// <summary>Gives every entity its tenant: a shadow property at the front of its key and foreign keys, and a named filter.</summary>
internal static class Fencing
{
    public const string TenantId = "TenantId";
    public const string TenantFilter = "tenant";
    public const string BinFilter = "bin";

    public static void FenceEveryEntity(this ModelBuilder model, AppDb db)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(type => !type.IsOwned() && type.BaseType is null).ToList())
        {
            var builder = model.Entity(entity.ClrType);
            builder.Property<Guid>(TenantId).HasValueGenerator<TenantOfContext>().ValueGeneratedOnAdd()
                .Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
            if (entity.FindPrimaryKey() is not { } key) throw new InvalidOperationException($"{entity.Name} has no key.");
            if (key.Properties[0].Name != TenantId)
                builder.HasKey([TenantId, .. key.Properties.Select(p => p.Name)]);
            builder.HasQueryFilter(TenantFilter, OfThisTenant(entity.ClrType, db));
            if (typeof(IBinned).IsAssignableFrom(entity.ClrType)) builder.HasQueryFilter(BinFilter, NotInBin(entity.ClrType));
        }
    }

    public static void NameInSnakeCase(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson()) continue;
            foreach (var property in entity.GetProperties())
                if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null)
                    property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    private static LambdaExpression OfThisTenant(Type type, AppDb db)
    {
        var row = Expression.Parameter(type, "row");
        var tenant = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(Guid)], row, Expression.Constant(TenantId));
        return Expression.Lambda(Expression.Equal(tenant, Expression.Property(Expression.Constant(db), nameof(AppDb.TenantId))), row);
    }

    private static LambdaExpression NotInBin(Type type)
    {
        var row = Expression.Parameter(type, "row");
        return Expression.Lambda(
            Expression.Equal(Expression.Property(row, nameof(IBinned.DeletedAt)), Expression.Constant(null, typeof(DateTimeOffset?))), row);
    }

    private sealed class TenantOfContext : ValueGenerator<Guid>
    {
        public override bool GeneratesTemporaryValues => false;

        public override Guid Next(EntityEntry entry) => ((AppDb)entry.Context).TenantId;
    }
}

/// <summary>A record that goes to the bin for 30 days before it is gone.</summary>
public interface IBinned
{
    DateTimeOffset? DeletedAt { get; }
}
