namespace Web.Access.Passwords;

/// <summary>The field in which a new password is typed, with what was wrong with it.</summary>
public sealed record NewPasswordField(string Name, string? Error, bool First = false);
