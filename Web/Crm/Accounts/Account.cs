using Web.Audit;

namespace Web.Crm.Accounts;

/// <summary>A company we sell to.</summary>
public sealed class Account : CrmRecord
{
    private Account()
    {
    }

    public string Name { get; private set; } = "";
    public string? NameKana { get; private set; }
    public string? Domain { get; private set; }
    public string? Website { get; private set; }
    public string[] Phones { get; private set; } = [];
    public string? Industry { get; private set; }
    public int? Employees { get; private set; }
    public string? PostalCode { get; private set; }
    public string? Region { get; private set; }
    public string? City { get; private set; }
    public string? AddressLine { get; private set; }
    [NotRecorded] public string SortKey { get; private init; } = "";
    [NotRecorded] public string SearchKey { get; private init; } = "";

    public override string EntityName => "account";

    public AccountDetails Details => new()
    {
        Name = Name,
        NameKana = NameKana,
        Domain = Domain,
        Website = Website,
        Phones = Phones,
        Industry = Industry,
        Employees = Employees,
        Address = new Address(PostalCode, Region, City, AddressLine),
        OwnerId = OwnerId,
        Tags = Tags,
    };

    /// <exception cref="Kernel.RefusalException">422: see <see cref="AccountDetails.Check"/>.</exception>
    public static Account Open(AccountDetails details, Moment now)
    {
        var account = new Account { Id = Guid.CreateVersion7(now.At), CreatedAt = now.At };
        account.Describe(details, now);
        return account;
    }

    /// <exception cref="Kernel.RefusalException">422: see <see cref="AccountDetails.Check"/>.</exception>
    public void Describe(AccountDetails details, Moment now)
    {
        details.Check().Throw();
        Name = details.Name!.Trim();
        NameKana = Check.Trimmed(details.NameKana);
        Domain = Check.Trimmed(details.Domain)?.ToLowerInvariant();
        Website = Check.Trimmed(details.Website);
        Phones = [.. details.Phones ?? []];
        Industry = Check.Trimmed(details.Industry);
        Employees = details.Employees;
        (PostalCode, Region, City, AddressLine) = (details.Address?.PostalCode, details.Address?.Region, details.Address?.City, details.Address?.Line);
        OwnerId = details.OwnerId;
        Tags = [.. details.Tags ?? []];
        Touch(now);
    }

    public void Assign(Guid? owner, Moment now)
    {
        OwnerId = owner;
        Touch(now);
    }
}
