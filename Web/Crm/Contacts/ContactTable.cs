using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Contacts;

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.IsCrmRecord("contacts");
        builder.Property(contact => contact.SortKey).MadeByDatabase();
        builder.Property(contact => contact.SearchKey).MadeByDatabase();
        builder.IsReferencedBy<Contact, DealContact>(nameof(DealContact.ContactId));
    }
}

public static class ContactSet
{
    extension(AppDb db)
    {
        public DbSet<Contact> Contacts => db.Set<Contact>();
    }

    extension(IQueryable<Contact> contacts)
    {
        public IQueryable<Contact> At(Guid account) => contacts.Where(contact => contact.AccountId == account);

        public IQueryable<Contact> OwnedBy(Guid member) => contacts.Where(contact => contact.OwnerId == member);

        /// <summary>Those whose name, reading or address contains the words, whatever their case and width.</summary>
        public IQueryable<Contact> Matching(string words) => contacts.Where(contact => contact.SearchKey.Contains(SearchText.Of(words)));
    }
}
