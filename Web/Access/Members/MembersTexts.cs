namespace Web.Access.Members;

/// <summary>The texts of who is in the company: members, seats, roles, invitations, teams.</summary>
public sealed class MembersTexts;
