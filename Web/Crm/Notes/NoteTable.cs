using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Crm.Notes;

internal sealed class NoteTable : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.KeyedInTenant("notes");
        builder.Property(note => note.Entity).HasConversion<WordConverter<RecordKind>>();
    }
}

public static class NoteSet
{
    extension(AppDb db)
    {
        public DbSet<Note> Notes => db.Set<Note>();
    }

    extension(IQueryable<Note> notes)
    {
        public IQueryable<Note> About(Guid record) => notes.Where(note => note.EntityId == record);
    }
}
