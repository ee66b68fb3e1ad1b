namespace Web.Crm;

/// <summary>The words of the CRM: its records, their states, what happens to them.</summary>
public sealed class CrmTexts;
