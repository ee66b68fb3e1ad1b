namespace Web.Tests.Mail;

/// <summary>The words of letters that only tests write.</summary>
public sealed class TestLetters;
