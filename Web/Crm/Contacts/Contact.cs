using Web.Audit;

namespace Web.Crm.Contacts;

/// <summary>A person at a company we sell to.</summary>
public sealed class Contact : CrmRecord
{
    private Contact()
    {
    }

    public string FamilyName { get; private set; } = "";
    public string? GivenName { get; private set; }
    public string? FamilyNameKana { get; private set; }
    public string? GivenNameKana { get; private set; }
    public Guid? AccountId { get; private set; }
    public string[] Emails { get; private set; } = [];
    public string[] Phones { get; private set; } = [];
    public string? JobTitle { get; private set; }
    [NotRecorded] public string SortKey { get; private init; } = "";
    [NotRecorded] public string SearchKey { get; private init; } = "";

    public override string EntityName => "contact";

    /// <summary>The name in the order that its own language writes it.</summary>
    public string FullName => Naming.Full(FamilyName, GivenName);

    public ContactDetails Details => new()
    {
        FamilyName = FamilyName,
        GivenName = GivenName,
        FamilyNameKana = FamilyNameKana,
        GivenNameKana = GivenNameKana,
        AccountId = AccountId,
        Emails = Emails,
        Phones = Phones,
        JobTitle = JobTitle,
        OwnerId = OwnerId,
        Tags = Tags,
    };

    /// <exception cref="Kernel.RefusalException">422: see <see cref="ContactDetails.Check"/>.</exception>
    public static Contact Meet(ContactDetails details, Moment now)
    {
        var contact = new Contact { Id = Guid.CreateVersion7(now.At), CreatedAt = now.At };
        contact.Describe(details, now);
        return contact;
    }

    /// <exception cref="Kernel.RefusalException">422: see <see cref="ContactDetails.Check"/>.</exception>
    public void Describe(ContactDetails details, Moment now)
    {
        details.Check().Throw();
        FamilyName = details.FamilyName!.Trim();
        GivenName = Check.Trimmed(details.GivenName);
        FamilyNameKana = Check.Trimmed(details.FamilyNameKana);
        GivenNameKana = Check.Trimmed(details.GivenNameKana);
        AccountId = details.AccountId;
        Emails = [.. details.Emails ?? []];
        Phones = [.. details.Phones ?? []];
        JobTitle = Check.Trimmed(details.JobTitle);
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

/// <summary>Latin names are written given name first, all others family name first.</summary>
public static class Naming
{
    public static string Full(string family, string? given) => given is null ? family : char.IsAscii(family[0]) ? $"{given} {family}" : $"{family} {given}";
}
