using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;
using Web.Jobs;

namespace Web.Mail;

internal sealed class LetterTable : IEntityTypeConfiguration<PostedLetter>
{
    public void Configure(EntityTypeBuilder<PostedLetter> builder)
    {
        builder.KeyedInTenant("letters");
        builder.Property(letter => letter.Status).HasConversion<WordConverter<LetterStatus>>();
        builder.Property(letter => letter.Content).HasColumnType("jsonb");
        builder.Ignore(letter => letter.Words);
    }
}

public static class LetterSets
{
    extension(AppDb db)
    {
        /// <summary>Every letter of the last 90 days.</summary>
        public DbSet<PostedLetter> Letters => db.Set<PostedLetter>();

        /// <summary>Posts a letter in the unit of work that causes it: it goes if that is committed, and not if it is not.</summary>
        public PostedLetter Post(Letter letter, DateTimeOffset now)
        {
            var posted = PostedLetter.Of(letter, now);
            db.Letters.Add(posted);
            db.Deliver(posted, now);
            return posted;
        }

        /// <summary>Orders the delivery of a letter that is there.</summary>
        internal void Deliver(PostedLetter posted, DateTimeOffset now) => db.EnqueueForCompany(LetterWork.Kind, new LetterWork.Order(posted.Id), now);
    }
}
