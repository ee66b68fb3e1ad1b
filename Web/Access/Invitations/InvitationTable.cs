using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Access.Seats;
using Web.Data;

namespace Web.Access.Invitations;

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.KeyedInTenant("invitations");
        builder.IsReferencedBy<Invitation, Seat>(nameof(Seat.InvitationId));
        builder.Property(invitation => invitation.Role).HasConversion<WordConverter<Role>>();
    }
}

public static class InvitationSets
{
    extension(AppDb db)
    {
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
