using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Access.Seats;

internal sealed class SeatTable : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> builder) => builder.KeyedInTenant("seats");
}

public static class SeatSets
{
    extension(AppDb db)
    {
        public DbSet<Seat> Seats => db.Set<Seat>();
    }
}
