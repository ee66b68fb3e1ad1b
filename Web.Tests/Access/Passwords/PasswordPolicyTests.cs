using Web.Access.Passwords;

namespace Web.Tests.Access.Passwords;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData(null, "required")]
    [InlineData("short-9ch", "password_short")]
    [InlineData("password123", "password_common")]
    [InlineData("P@ssw0rd2026", "password_common")]
    [InlineData("PASSWORD1!", "password_common")]
    [InlineData("qwertyuiop", "password_common")]
    [InlineData("Qwerty12345", "password_common")]
    [InlineData("1234567890", "password_common")]
    [InlineData("0987654321", "password_common")]
    [InlineData("1q2w3e4r5t", "password_common")]
    [InlineData("1qaz2wsx3edc", "password_common")]
    [InlineData("asdfghjkl;", "password_common")]
    [InlineData("aaaaaaaaaaaa", "password_common")]
    [InlineData("abcabcabcabc", "password_common")]
    [InlineData("Summer2026!", "password_common")]
    [InlineData("welcome2tokyo", "password_common")]
    [InlineData("iloveyou1234", "password_common")]
    [InlineData("changeme!!", "password_common")]
    [InlineData("letmein2026", "password_common")]
    [InlineData("sakura19990401", "password_common")]
    [InlineData("passwordpassword", "password_common")]
    [InlineData("1990-04-01", "password_common")]
    [InlineData("superman1990", "password_common")]
    [InlineData("Misaki.Saeki1", "password_personal")]
    [InlineData("aoba-keisoku-1", "password_personal")]
    [InlineData("tsumugi2026", "password_personal")]
    [InlineData("saekimisaki", "password_personal")]
    public void Refuses_what_is_tried_first(string? password, string code) => Assert.Equal(code, Fault(password));

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("summer monkey dragon tokyo")]
    [InlineData("竹やぶ焼けた小さな電車")]
    [InlineData("vK9#mQ2$wL7x")]
    [InlineData("Trombone-Pflaume-88")]
    [InlineData("🐎🔋📎✅🐎🔋📎✅🎺🌧")]
    public void Takes_what_is_not(string password) => Assert.Null(Fault(password));

    [Fact]
    public void Knows_its_longest() => Assert.Equal("too_long", Fault(new string('x', 64) + new string('y', 65)));

    private static string? Fault(string? password) => PasswordPolicy.FaultOf("password", password, "saeki@aoba.example", "佐伯 Misaki", "Aoba Keisoku", "aoba")?.Code;
}
