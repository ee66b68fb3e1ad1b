using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Access.ApiKeys;
using Web.Access.Links;
using Web.Access.Risk;
using Web.Access.Seats;
using Web.Access.Sessions;
using Web.Access.Start;
using Web.Access.TwoFactor;
using Web.Data;

namespace Web.Access;

internal sealed class TeamTable : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.KeyedInTenant("teams");
        builder.IsReferencedBy<Team, Member>(nameof(Member.TeamId));
    }
}

internal sealed class MemberTable : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.KeyedInTenant("members");
        builder.IsReferencedBy<Member, Session>(nameof(Session.MemberId));
        builder.IsReferencedBy<Member, SecondStep>(nameof(SecondStep.Id));
        builder.IsReferencedBy<Member, RecoveryCode>(nameof(RecoveryCode.MemberId));
        builder.IsReferencedBy<Member, Passkey>(nameof(Passkey.MemberId));
        builder.IsReferencedBy<Member, Seat>(nameof(Seat.MemberId));
        builder.IsReferencedBy<Member, ApiKey>(nameof(ApiKey.MemberId));
        builder.IsReferencedBy<Member, KnownDevice>(nameof(KnownDevice.MemberId));
        builder.IsReferencedBy<Member, OneTimeLink>(nameof(OneTimeLink.MemberId));
        builder.Property(member => member.Role).HasConversion<WordConverter<Role>>();
        builder.Property(member => member.Attributes).HasColumnType("jsonb");
    }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.KeyedInTenant("sessions");
        builder.IsReferencedBy<Session, RefreshToken>(nameof(RefreshToken.SessionId));
        builder.Property(session => session.Kind).HasConversion<WordConverter<SessionKind>>();
        builder.Property(session => session.Proof).HasConversion<WordConverter<Proof>>();
    }
}

internal sealed class RefreshTokenTable : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> builder) => builder.KeyedInTenant("refresh_tokens");
}

internal sealed class OneTimeLinkTable : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder) => builder.KeyedInTenant("one_time_links");
}

internal sealed class GuidedStartTable : IEntityTypeConfiguration<GuidedStart>
{
    public void Configure(EntityTypeBuilder<GuidedStart> builder) => builder.KeyedInTenant("guided_starts");
}

public static class AccessSets
{
    extension(AppDb db)
    {
        public DbSet<Team> Teams => db.Set<Team>();
        public DbSet<Member> Members => db.Set<Member>();
        public DbSet<Session> Sessions => db.Set<Session>();
        public DbSet<RefreshToken> RefreshTokens => db.Set<RefreshToken>();
        public DbSet<GuidedStart> GuidedStarts => db.Set<GuidedStart>();
        public DbSet<OneTimeLink> OneTimeLinks => db.Set<OneTimeLink>();
    }
}
