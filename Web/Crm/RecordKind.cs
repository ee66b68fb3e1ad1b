namespace Web.Crm;

/// <summary>The records that notes, tasks and activities can hang on.</summary>
public enum RecordKind { Account, Contact, Deal }
