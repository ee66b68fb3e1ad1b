using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Accounts;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.IsCrmRecord("accounts");
        builder.Property(account => account.SortKey).MadeByDatabase();
        builder.Property(account => account.SearchKey).MadeByDatabase();
        builder.IsReferencedBy<Account, Contact>(nameof(Contact.AccountId));
        builder.IsReferencedBy<Account, Deal>(nameof(Deal.AccountId));
    }
}

public static class AccountSet
{
    extension(AppDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
    }

    extension(IQueryable<Account> accounts)
    {
        public IQueryable<Account> OwnedBy(Guid member) => accounts.Where(account => account.OwnerId == member);

        /// <summary>Those whose name, reading or domain contains the words, whatever their case and width.</summary>
        public IQueryable<Account> Matching(string words) => accounts.Where(account => account.SearchKey.Contains(SearchText.Of(words)));
    }
}
