using Web.Access.Members;
using Web.Data;
using Web.Mail;
using Web.Tenancy;

namespace Web.Access.Invitations;

internal static class InvitationLetter
{
    /// <summary>Posts the letter with the invitation it belongs to; its link is at the company's own address.</summary>
    public static void Post(this AppDb db, Invitation invitation, string token, Tenant company, string inviter, TenantLinks links, DateTimeOffset now) =>
        db.Post(Letter.To(invitation.Email, invitation.Locale).About<MembersTexts>("Letter.Invitation", company.Name, inviter, Invitation.Life.Days)
            .Opening(links.To(company, "/invitations/" + token)).UsefulFor(Invitation.Life), now);
}
