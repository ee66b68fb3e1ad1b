namespace Web.Crm;

/// <summary>The texts of accounts, contacts, deals and tasks.</summary>
public sealed class CrmTexts;
