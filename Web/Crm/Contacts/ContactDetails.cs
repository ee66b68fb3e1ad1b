namespace Web.Crm.Contacts;

/// <summary>What people write about a person.</summary>
public sealed record ContactDetails
{
    public string? FamilyName { get; init; }
    public string? GivenName { get; init; }
    public string? FamilyNameKana { get; init; }
    public string? GivenNameKana { get; init; }
    public Guid? AccountId { get; init; }
    public IReadOnlyList<string>? Emails { get; init; }
    public IReadOnlyList<string>? Phones { get; init; }
    public string? JobTitle { get; init; }
    public Guid? OwnerId { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }

    public Check Check()
    {
        var check = new Check()
            .Required("family_name", FamilyName).NoLonger("family_name", FamilyName, 120).NoLonger("given_name", GivenName, 120)
            .NoLonger("family_name_kana", FamilyNameKana, 120).NoLonger("given_name_kana", GivenNameKana, 120)
            .NoLonger("emails", Emails, 254, 20).NoLonger("phones", Phones, 40, 20).NoLonger("job_title", JobTitle, 200).NoLonger("tags", Tags, 60, 50);
        for (var i = 0; i < (Emails?.Count ?? 0); i++) check.That(LooksLikeEmail(Emails![i]), $"emails/{i}", "not_an_email");
        return check;
    }

    private static bool LooksLikeEmail(string? text) =>
        text?.Split('@') is [{ Length: > 0 }, { Length: > 2 } domain] && domain.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);
}
