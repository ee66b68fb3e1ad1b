using Microsoft.EntityFrameworkCore;
using Web.Mail;

namespace Web.Tests.Support;

/// <summary>What a company's people find in their mail.</summary>
internal static class Letters
{
    /// <summary>Waits for the newest letter to somebody, and gives its link's path and query.</summary>
    public static async Task<string> LinkAsync(this TestTenant company, string address, string subject)
    {
        PostedLetter? letter = null;
        await Eventually.TrueAsync(async () => (letter = await company.NewestAsync(address, subject)) is not null);
        return new Uri(letter!.Words!.Link!).PathAndQuery;
    }

    public static Task<PostedLetter?> NewestAsync(this TestTenant company, string address, string subject) => company.WorkAsync(db => db.Letters.AsNoTracking()
        .Where(letter => letter.Address == address && letter.Subject.StartsWith(subject) && letter.Content != null).OrderByDescending(letter => letter.PostedAt).FirstOrDefaultAsync());
}
