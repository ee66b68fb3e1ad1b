namespace Web.Access.TwoFactor;

/// <summary>The texts of second factors, of proving once more who one is, and of the company's rules about it.</summary>
public sealed class TwoFactorTexts;
