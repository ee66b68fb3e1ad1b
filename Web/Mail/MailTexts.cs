namespace Web.Mail;

/// <summary>What every letter says besides its own words, and the development mailbox.</summary>
public sealed class MailTexts;
